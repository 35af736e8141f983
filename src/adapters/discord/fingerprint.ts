import type { APIMessage } from "discord.js";

/** What a message says and which buttons it has, in order: the same before it is sent and when it is read back. */
export function fingerprintOf(components: readonly unknown[]): string {
  return (components as readonly Shown[])
    .map(({ content, custom_id, components, accessory }) =>
      [content?.trim(), custom_id, fingerprintOf([...(components ?? []), ...(accessory ? [accessory] : [])])].filter(Boolean).join("\n"),
    )
    .filter(Boolean)
    .join("\n");
}

/** The mention before the container belongs to the send, not to the edition. */
export const fingerprintOfSent = ({ components }: APIMessage): string =>
  fingerprintOf((components ?? []).filter(({ type }) => type !== textDisplay));

const textDisplay = 10;

interface Shown {
  readonly content?: string;
  readonly custom_id?: string;
  readonly components?: readonly Shown[];
  readonly accessory?: Shown;
}
