import { command } from '../src/command/command.ts';
import { answerQuestion } from '../src/command/question.ts';
import { UserError } from '../src/user-error.ts';

/** `Ask the articles`, in the menu of a message: takes what somebody has written as the question. */
export default command({
  on: 'message',
  name: 'Ask the articles',
  description: 'Takes a message as the question',
  options: { message: { description: 'The text of the message', required: true } },
  run({ message }, context) {
    if (message === undefined) {
      throw new UserError('That message has no text that I could take as a question. Ask me with /ask.');
    }
    return answerQuestion(message, { offset: 0, filters: {} }, context);
  },
});
