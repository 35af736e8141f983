import type { Article } from "../../src/model/article.ts";
import { anArticle } from "../build.ts";

/** Two articles about ports nobody knows, and whether one is a copy of the other. */
export interface WirePair {
  readonly name: string;
  readonly articles: readonly [Article, Article];
  readonly copy: boolean;
}

interface Event {
  readonly place: string;
  readonly person: string;
  readonly count: number;
  readonly day: string;
  readonly cause: string;
}

const places = ["Hollen", "Varnstad", "Mirowa", "Castelbrun", "Ostrel", "Quellin", "Dorvik", "Palmera", "Tresk", "Lindow"];
const people = [
  "Ilse Varn",
  "Oskar Menn",
  "Jana Rohl",
  "Pietro Salve",
  "Mara Kondrat",
  "Yves Bardin",
  "Nils Aker",
  "Rosa Timo",
  "Ewa Pilch",
  "Karl Dost",
];
const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const causes = ["a burst water main", "a fallen crane", "thick fog", "a strike of tug crews", "an oil spill"];

const events: readonly Event[] = places.map((place, index) => ({
  place,
  person: people[index]!,
  count: 14 + index * 7,
  day: days[index % days.length]!,
  cause: causes[index % causes.length]!,
}));

/** What the agency sent. */
const wire = ({ place, person, count, day, cause }: Event): readonly string[] => [
  `The port of ${place} was closed on ${day} after ${cause} brought traffic to a halt, leaving ${count} ships waiting outside the harbour.`,
  `Harbour master ${person} told reporters that the main channel would stay shut until divers had looked at both quays.`,
  `Ferry passengers were taken to the neighbouring town by bus, and the railway put on two extra trains in the evening.`,
  `The closure is the third this year, and shipping companies have asked the regional council of ${place} for a second channel.`,
];

/** The same event in a reporter's own words. */
const own = ({ place, person, count, day, cause }: Event): readonly string[] => [
  `${count} vessels lay idle off ${place} as ${cause} forced the authorities to shut the harbour this ${day}.`,
  `“We do not take risks with people's lives,” said ${person}, who runs the port, promising news by nightfall.`,
  `Our reporter found tired families in the terminal, where the café had run out of bread by noon.`,
];

/** What desks do to a copy: cut it, mark it, dress it, correct a word. */
const edits: Readonly<Record<string, (sentences: readonly string[]) => string>> = {
  "cut after three sentences": (sentences) => sentences.slice(0, 3).join(" "),
  "with the agency's mark": (sentences) => `(Agency) — ${sentences.join(" ")}`,
  "in other paragraphs": (sentences) => sentences.join("\n\n"),
  "with a paragraph of its own behind": (sentences) => `${sentences.join(" ")}\n\nRead our guide to winter travel on the coast.`,
  "with one word changed": (sentences) => sentences.join(" ").replace("neighbouring", "nearby"),
};

/** 50 copies as desks make them and 50 pairs that only look alike: own words on one event, and one agency's form filled for another port. */
export const wirePairs: readonly WirePair[] = events.flatMap((event, index) => [
  ...Object.entries(edits).map(([name, edit]) => ({
    name: `${event.place}, ${name}`,
    articles: articlesOf(wire(event).join(" "), edit(wire(event))),
    copy: true,
  })),
  ...[0, 1].map((extra) => ({
    name: `${event.place}, in a reporter's own words ${extra + 1}`,
    articles: articlesOf(wire(event).join(" "), [...own(event).slice(extra), wire(event)[2 + extra]!].join(" ")),
    copy: false,
  })),
  ...[1, 2, 3].map((step) => ({
    name: `${event.place} and ${places[(index + step) % places.length]}, one form`,
    articles: articlesOf(
      wire(event).slice(0, 2).join(" "),
      wire(events[(index + step) % events.length]!)
        .slice(0, 2)
        .join(" "),
    ),
    copy: false,
  })),
]);

function articlesOf(first: string, second: string): readonly [Article, Article] {
  return [
    anArticle({ id: "a1", outlet: "Agency", title: "Port closed", text: first }),
    anArticle({ id: "a2", outlet: "Coast Daily", title: "Ships wait outside", text: second }),
  ];
}
