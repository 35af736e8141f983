import type { Json } from "./json.ts";

/** Components as Discord gives them back: numbered in order, with what was left to it filled in, files at an address. */
export function shownComponents(components: unknown): readonly Json[] {
  let count = 0;
  const show = (each: Json): Json => {
    const id = ++count;
    const inner = {
      ...(Array.isArray(each.components) && { components: each.components.map(show) }),
      ...(each.accessory !== undefined && { accessory: show(each.accessory as Json) }),
    };
    return { ...defaults[Number(each.type)]?.(each), ...withoutFiles(each), id, ...inner };
  };
  return Array.isArray(components) ? components.map(show) : [];
}

const defaults: Readonly<Record<number, (each: Json) => Json>> = {
  12: ({ items }) => ({
    items: (items as readonly Json[]).map((item) => ({ description: null, spoiler: false, ...item, media: mediaFrom(item.media) })),
  }),
  13: ({ file }) => ({ file: mediaFrom(file), name: null, size: null, spoiler: false }),
  14: () => ({ spacing: 1, divider: true }),
  17: () => ({ accent_color: null, spoiler: false }),
};

/** What the defaults have already read. */
const withoutFiles = ({ items: _, file: __, ...rest }: Json): Json => rest;

function mediaFrom(media: unknown): Json {
  const url = `${(media as Json).url}`.replace("attachment://", "https://cdn.invalid/");
  return { id: "1000000000000000001", url, proxy_url: url };
}
