/**
 * Discord's limits that a message of ours can meet, in characters unless said otherwise. We count UTF-16
 * units, which is never fewer than what Discord counts.
 *
 * https://discord.com/developers/docs/resources/message#embed-object-embed-limits
 * https://discord.com/developers/docs/components/reference
 */
export const LIMITS = {
  content: 2000,
  embeds: 10,
  /** Over the titles, descriptions, authors, fields and footers of all embeds of a message. */
  embedTotal: 6000,
  embedTitle: 256,
  embedDescription: 4096,
  embedAuthor: 256,
  embedFooter: 2048,
  url: 2048,
  buttonLabel: 80,
  buttonsInRow: 5,
  customId: 100,
  activity: 128,
} as const;
