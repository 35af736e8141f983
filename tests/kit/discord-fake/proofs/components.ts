import { ofMessages, type Proof, repeat, times } from "./proof.ts";

const text = (content: string) => ({ type: 10, content });
const v2 = (...components: readonly unknown[]) => ({ flags: 1 << 15, components: [{ type: 17, components }] });
const row = (...components: readonly unknown[]) => ({ type: 1, components });
const button = (more: object = {}) => ({ type: 2, style: 2, label: "Press", custom_id: "a", ...more });
const link = (more: object = {}) => ({ type: 2, style: 5, label: "Go", url: "https://a.example/", ...more });
const option = (more: object = {}) => ({ label: "One", value: "1", ...more });
const options = (count: number) => times(count, (place) => option({ value: `${place}` }));
const select = (more: object = {}) => row({ type: 3, custom_id: "a", options: options(1), ...more });
const section = (texts: number, accessory: unknown = button()) => ({ type: 9, components: times(texts, () => text("a")), accessory });
const image = (more: object = {}) => ({ media: { url: "https://a.example/a.png" }, ...more });
const gallery = (...items: readonly unknown[]) => ({ type: 12, items });
const buttons = (count: number) => row(...times(count, (place) => button({ custom_id: `${place}` })));
const legacy = (rows: number) => ({ content: "a", components: times(rows, (place) => row(button({ custom_id: `${place}` }))) });

/** components/reference. */
export const componentProofs: readonly Proof[] = [
  ofMessages("components", v2(...times(39, () => text("a"))), {
    "41 with the container": v2(...times(40, () => text("a"))),
    "41, nested ones counted": v2(...times(10, (place) => section(2, button({ custom_id: `${place}` })))),
  }),
  ofMessages("textSum", v2(text(repeat("a", 2_000)), text(repeat("b", 2_000))), {
    "4,001 characters together": v2(text(repeat("a", 2_000)), text(repeat("b", 2_001))),
    "4,001 characters in one": v2(text(repeat("a", 4_001))),
  }),
  ofMessages("place", v2(text("a"), row(button())), {
    "a button outside a row": v2(button()),
    "a container in a container": v2({ type: 17, components: [text("a")] }),
    "Components V2 without their flag": { content: "a", components: [text("a")] },
    "an image as text of a section": v2({ type: 9, components: [gallery(image())], accessory: button() }),
    "a section without anything beside it": v2({ type: 9, components: [text("a")] }),
    "no component at all": v2("a"),
  }),
  ofMessages("rows", legacy(5), { "six rows": legacy(6) }),
  ofMessages("rowSize", v2(buttons(5)), {
    "six buttons": v2(buttons(6)),
    "an empty row": v2(row()),
    "a button beside a select": v2(row({ type: 3, custom_id: "s", options: options(1) }, button())),
  }),
  ofMessages("section", v2(section(3)), { "four texts": v2(section(4)), "no text": v2(section(0)) }),
  ofMessages("text", v2(text("a")), { "no characters": v2(text("")), "blanks alone": v2(text(" \n ")) }),
  ofMessages("gallery", v2(gallery(...times(10, () => image()))), {
    "eleven images": v2(gallery(...times(11, () => image()))),
    "no image": v2(gallery()),
  }),
  ofMessages("altText", v2(gallery(image({ description: repeat("a", 1_024) }))), {
    "1,025 characters": v2(gallery(image({ description: repeat("a", 1_025) }))),
  }),
  ofMessages("attachment", v2(gallery(image())), {
    "a file that did not come along": v2(gallery({ media: { url: "attachment://a.png" } })),
    "an image without an address": v2(gallery({ media: {} })),
  }),
  ofMessages("customId", v2(row(button({ custom_id: repeat("a", 100) }), button({ custom_id: "b" }))), {
    "101 characters": v2(row(button({ custom_id: repeat("a", 101) }))),
    "none at all": v2(row({ type: 2, style: 2, label: "Press" })),
    "the same twice": v2(row(button(), button())),
  }),
  ofMessages("buttonStyle", v2(row(button({ style: 4 }))), { "an unknown style": v2(row(button({ style: 9 }))) }),
  ofMessages("buttonLabel", v2(row(button({ label: repeat("a", 80) }))), {
    "81 characters": v2(row(button({ label: repeat("a", 81) }))),
    none: v2(row(button({ label: "" }))),
  }),
  ofMessages("buttonLink", v2(row(link({ url: `https://a.example/${repeat("a", 494)}` }))), {
    "513 characters": v2(row(link({ url: `https://a.example/${repeat("a", 495)}` }))),
    "another scheme": v2(row(link({ url: "javascript:alert(1)" }))),
    "an address with a custom id": v2(row(link({ custom_id: "a" }))),
    "a custom id with an address": v2(row(button({ url: "https://a.example/" }))),
  }),
  ofMessages("select", v2(select({ options: options(25), placeholder: repeat("a", 150) })), {
    "26 options": v2(select({ options: options(26) })),
    "no option": v2(select({ options: [] })),
    "a placeholder of 151 characters": v2(select({ placeholder: repeat("a", 151) })),
  }),
  ofMessages(
    "selectOption",
    v2(select({ options: [option({ label: repeat("a", 100), value: repeat("v", 100), description: repeat("d", 100) })] })),
    {
      "a label of 101 characters": v2(select({ options: [option({ label: repeat("a", 101) })] })),
      "a value of 101 characters": v2(select({ options: [option({ value: repeat("a", 101) })] })),
      "a description of 101 characters": v2(select({ options: [option({ description: repeat("a", 101) })] })),
    },
  ),
];
