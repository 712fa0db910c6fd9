/**
 * Discord's limits, one row each. A text is counted in code points (an emoji outside the basic plane is one), after
 * white space at its ends is cut off where Discord cuts it off.
 */
export interface Limit {
  /** Default 0. */
  readonly min?: number;
  readonly max: number;
  readonly of: 'characters' | 'items' | 'value';
  /** Where Discord documents it; `observed` where no page does. */
  readonly source: string;
}

const DOCS = 'https://docs.discord.com/developers';
const CREATE_MESSAGE = `${DOCS}/resources/message#create-message`;
const EMBEDS = `${DOCS}/resources/message#embed-object-embed-limits`;
const MENTIONS = `${DOCS}/resources/message#allowed-mentions-object`;
const ROW = `${DOCS}/components/reference#action-row`;
const LEGACY = `${DOCS}/components/reference#legacy-message-component-behavior`;
const CUSTOM_ID = `${DOCS}/components/reference#anatomy-of-a-component-custom-id`;
const BUTTON = `${DOCS}/components/reference#button-button-structure`;
const SELECT = `${DOCS}/components/reference#string-select-string-select-structure`;
const SELECT_OPTION = `${DOCS}/components/reference#string-select-select-option-structure`;
const LABEL = `${DOCS}/components/reference#label-label-structure`;
const TEXT_INPUT = `${DOCS}/components/reference#text-input-text-input-structure`;
const MODAL = `${DOCS}/interactions/receiving-and-responding#interaction-response-object-modal`;
const CHOICES = `${DOCS}/interactions/receiving-and-responding#interaction-response-object-autocomplete`;
const COMMAND = `${DOCS}/interactions/application-commands#application-command-object-application-command-structure`;
const OPTION = `${DOCS}/interactions/application-commands#application-command-object-application-command-option-structure`;
const CHOICE = `${DOCS}/interactions/application-commands#application-command-object-application-command-option-choice-structure`;
const REGISTERING = `${DOCS}/interactions/application-commands#registering-a-command`;
const COMMAND_SIZE = `${DOCS}/interactions/application-commands#slash-commands`;

export const LIMITS = {
  content: { max: 2000, of: 'characters', source: CREATE_MESSAGE },
  nonce: { max: 25, of: 'characters', source: CREATE_MESSAGE },
  pageOfMessages: { min: 1, max: 100, of: 'value', source: `${DOCS}/resources/message#get-channel-messages` },
  attachments: {
    max: 10,
    of: 'items',
    source: `${DOCS}/topics/opcodes-and-status-codes#json-json-error-codes`,
  },
  allowedUsers: { max: 100, of: 'items', source: MENTIONS },
  allowedRoles: { max: 100, of: 'items', source: MENTIONS },

  embeds: { max: 10, of: 'items', source: CREATE_MESSAGE },
  /** Titles, descriptions, names and values of fields, footers and authors of all embeds of a message. */
  embedTexts: { max: 6000, of: 'characters', source: EMBEDS },
  embedTitle: { max: 256, of: 'characters', source: EMBEDS },
  embedDescription: { max: 4096, of: 'characters', source: EMBEDS },
  embedFields: { max: 25, of: 'items', source: EMBEDS },
  embedFieldName: { max: 256, of: 'characters', source: EMBEDS },
  embedFieldValue: { max: 1024, of: 'characters', source: EMBEDS },
  embedFooter: { max: 2048, of: 'characters', source: EMBEDS },
  embedAuthor: { max: 256, of: 'characters', source: EMBEDS },
  embedUrl: { max: 2048, of: 'characters', source: 'observed' },
  embedColor: { max: 0xffffff, of: 'value', source: 'observed' },

  rows: { max: 5, of: 'items', source: LEGACY },
  rowButtons: { min: 1, max: 5, of: 'items', source: ROW },
  rowSelects: { max: 1, of: 'items', source: ROW },
  customId: { min: 1, max: 100, of: 'characters', source: CUSTOM_ID },
  buttonLabel: { max: 80, of: 'characters', source: BUTTON },
  buttonUrl: { max: 512, of: 'characters', source: BUTTON },
  selectOptions: { min: 1, max: 25, of: 'items', source: SELECT },
  selectPlaceholder: { max: 150, of: 'characters', source: SELECT },
  selectMinValues: { max: 25, of: 'value', source: SELECT },
  selectMaxValues: { min: 1, max: 25, of: 'value', source: SELECT },
  optionLabel: { min: 1, max: 100, of: 'characters', source: SELECT_OPTION },
  optionValue: { min: 1, max: 100, of: 'characters', source: SELECT_OPTION },
  optionDescription: { max: 100, of: 'characters', source: SELECT_OPTION },

  modalTitle: { min: 1, max: 45, of: 'characters', source: MODAL },
  modalCustomId: { min: 1, max: 100, of: 'characters', source: MODAL },
  modalComponents: { min: 1, max: 5, of: 'items', source: MODAL },
  labelText: { min: 1, max: 45, of: 'characters', source: LABEL },
  labelDescription: { max: 100, of: 'characters', source: LABEL },
  rowInputs: { min: 1, max: 1, of: 'items', source: 'observed' },
  /** The label of a text input that stands in a row, the way of before labels had components of their own. */
  inputLabel: { min: 1, max: 45, of: 'characters', source: 'observed' },
  inputMinLength: { max: 4000, of: 'value', source: TEXT_INPUT },
  inputMaxLength: { min: 1, max: 4000, of: 'value', source: TEXT_INPUT },
  inputValue: { max: 4000, of: 'characters', source: TEXT_INPUT },
  inputPlaceholder: { max: 100, of: 'characters', source: TEXT_INPUT },

  suggestions: { max: 25, of: 'items', source: CHOICES },
  choices: { max: 25, of: 'items', source: OPTION },
  choiceName: { min: 1, max: 100, of: 'characters', source: CHOICE },
  choiceValue: { max: 100, of: 'characters', source: CHOICE },
  /** Names of commands and of their options alike. */
  commandName: { min: 1, max: 32, of: 'characters', source: COMMAND },
  /** Descriptions of slash commands and of their options alike. */
  commandDescription: { min: 1, max: 100, of: 'characters', source: COMMAND },
  commandOptions: { max: 25, of: 'items', source: COMMAND },
  optionMinLength: { max: 6000, of: 'value', source: OPTION },
  optionMaxLength: { min: 1, max: 6000, of: 'value', source: OPTION },
  /** Names, descriptions and values of a command, its options and their choices together. */
  commandTexts: { max: 8000, of: 'characters', source: COMMAND_SIZE },
  chatInputCommands: { max: 100, of: 'items', source: REGISTERING },
  userCommands: { max: 15, of: 'items', source: REGISTERING },
  messageCommands: { max: 15, of: 'items', source: REGISTERING },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

/** Bytes of a request and of a file. https://docs.discord.com/developers/reference#uploading-files */
export const MAX_REQUEST_BYTES = 25 * 1024 * 1024;
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
