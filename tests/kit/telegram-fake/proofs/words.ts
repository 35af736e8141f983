import { isOk, message, ofRequest, type Proof, says } from "./scene.ts";

const withEntities = (...entities: readonly object[]) => message({ text: "ab😀cd", entities });
const bold = (offset: number, length: number) => ({ type: "bold", offset, length });
const link = (url: string) => withEntities({ type: "text_link", offset: 0, length: 2, url });
const rich = (html: string) => ({ chat_id: 7, rich_message: { html } });
const nested = (levels: number) => rich(`<p>${"<b>".repeat(levels - 1)}a${"</b>".repeat(levels - 1)}</p>`);
const keys = (key: object) => message({ reply_markup: { inline_keyboard: [[{ text: "Go", ...key }]] } });
const manyBold = (count: number) => message({ text: "x".repeat(count), entities: Array.from({ length: count }, (_, at) => bold(at, 1)) });
const entitiesOf = ({ result }: { readonly result?: unknown }) => (result as { readonly entities?: readonly unknown[] }).entities?.length;

/** Words, entities, rich messages, buttons, files. */
export const proofsOfWords: readonly Proof[] = [
  ofRequest("text", "sendMessage", message({ text: "x".repeat(4_096) }), message({ text: "x".repeat(4_097) }), "message is too long"),
  ofRequest("empty", "sendMessage", message(), message({ text: " \n " }), "message text is empty"),
  ofRequest("entityInside", "sendMessage", withEntities(bold(0, 6)), withEntities(bold(0, 7)), "ends after the end"),
  ofRequest("entityWhole", "sendMessage", withEntities(bold(2, 2)), withEntities(bold(3, 1)), "middle of a UTF-16 symbol"),
  ofRequest("entityNested", "sendMessage", withEntities(bold(0, 4), bold(1, 1)), withEntities(bold(0, 2), bold(1, 4)), "entities cross"),
  ofRequest("entityType", "sendMessage", withEntities(bold(0, 1)), withEntities({ ...bold(0, 1), type: "loud" }), "unsupported type"),
  {
    rule: "entityCount",
    accepted: async ({ call }) => entitiesOf(await call("sendMessage", manyBold(100))) === 100,
    refused: async ({ call }) => entitiesOf(await call("sendMessage", manyBold(101))) === 100,
  },
  ofRequest("link", "sendMessage", link("https://a.example/"), link("javascript:alert(1)"), "wrong URL"),
  ofRequest("richOne", "sendRichMessage", rich("<p>a</p>"), { chat_id: 7, rich_message: { html: "a", markdown: "a" } }, "exactly one of"),
  ofRequest("richTag", "sendRichMessage", rich("<p><b>a</b></p>"), rich("<p><b>a</p></b>"), "unexpected end tag"),
  ofRequest("richEmpty", "sendRichMessage", rich("<p>a</p>"), rich("<p></p>"), "message text is empty"),
  ofRequest("richText", "sendRichMessage", rich("x".repeat(32_768)), rich("x".repeat(32_769)), "message is too long"),
  ofRequest("richBlocks", "sendRichMessage", rich("<p>a</p>".repeat(500)), rich("<p>a</p>".repeat(501)), "too many blocks"),
  ofRequest("richDepth", "sendRichMessage", nested(16), nested(17), "too deep"),
  ofRequest(
    "button",
    "sendMessage",
    keys({ callback_data: "x".repeat(64) }),
    keys({ callback_data: "é".repeat(33) }),
    "BUTTON_DATA_INVALID",
  ),
  ofRequest("buttonUrl", "sendMessage", keys({ url: "https://a.example/" }), keys({ url: "file:///etc" }), "button URL is invalid"),
  {
    rule: "file",
    accepted: async ({ upload }) => isOk(await upload("sendPhoto", new Uint8Array([1]))),
    refused: async ({ upload }) => says(400, "there is no photo")(await upload("sendPhoto", new Uint8Array(0))),
  },
  {
    rule: "caption",
    accepted: async ({ upload }) => isOk(await upload("sendPhoto", new Uint8Array([1]), "x".repeat(1_024))),
    refused: async ({ upload }) => says(400, "caption is too long")(await upload("sendPhoto", new Uint8Array([1]), "x".repeat(1_025))),
  },
  {
    rule: "uploadSize",
    accepted: async ({ upload }) => isOk(await upload("sendPhoto", new Uint8Array(10_000_000))),
    refused: async ({ upload }) => says(413, "Too Large")(await upload("sendPhoto", new Uint8Array(10_000_001))),
  },
  {
    rule: "fileKnown",
    async accepted({ call, fake }) {
      fake.world.files.set("f", new Uint8Array([1]));
      return isOk(await call("getFile", { file_id: "f" }));
    },
    refused: async ({ call }) => says(400, "invalid file_id")(await call("getFile", { file_id: "f" })),
  },
  {
    rule: "downloadSize",
    async accepted({ call, fake }) {
      fake.world.files.set("f", new Uint8Array(20_000_000));
      return isOk(await call("getFile", { file_id: "f" }));
    },
    async refused({ call, fake }) {
      fake.world.files.set("f", new Uint8Array(20_000_001));
      return says(400, "file is too big")(await call("getFile", { file_id: "f" }));
    },
  },
];
