/**
 * A mistake of the user, or a state that the user can do something about. Its message is safe to show in
 * Discord; every other error is logged with an id, and the user sees the id alone.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
