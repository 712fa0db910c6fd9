import { MessageFlags } from 'discord.js';

/** Makes a first response to an interaction visible to its user alone. */
export const privately = { flags: MessageFlags.Ephemeral } as const;
