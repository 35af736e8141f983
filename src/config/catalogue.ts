import { type Dirent, existsSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { z } from "zod";
import type { Source, SourceKind } from "../model/article.ts";
import type { Digest } from "../model/digest.ts";
import type { SettingsProblem } from "../model/errors.ts";
import { parseDays } from "./days.ts";
import { readYaml } from "./yaml.ts";
import { isZone } from "./zones.ts";

const kinds: readonly SourceKind[] = ["feed", "page", "site", "file", "folder"];

const source = z
  .record(z.string(), z.string({ error: "must be text" }), { error: "must be a line such as `feed: https://example.org/rss`" })
  .superRefine((value, context) => {
    const named = kinds.filter((kind) => kind in value);
    if (named.length !== 1) context.addIssue({ code: "custom", message: `must have exactly one of: ${kinds.join(", ")}` });
    for (const key of Object.keys(value)) {
      if (!kinds.includes(key as SourceKind) && !["name", "lang", "undated"].includes(key)) {
        context.addIssue({ code: "custom", path: [key], message: "is no setting of a source: use name, lang or undated" });
      }
    }
    if (value.undated !== undefined && value.undated !== "when-read")
      context.addIssue({ code: "custom", path: ["undated"], message: "must be when-read, or be left out" });
    for (const kind of named.filter((kind) => kind !== "file" && kind !== "folder")) {
      if (!URL.canParse(value[kind] ?? "") || !/^https?:/i.test(value[kind] ?? "")) {
        context.addIssue({ code: "custom", path: [kind], message: "must be an address that begins with http:// or https://" });
      }
    }
  });

const time = z
  .string({ error: 'must be text such as "08:00" (in quotation marks)' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time of day: write "08:00"');

const days = z
  .union([z.string(), z.array(z.string())], { error: "must be daily, mon-fri or a list such as [mon, wed]" })
  .transform((value, context) => {
    const parsed = parseDays(typeof value === "string" ? value : value.join(","));
    if (parsed) return parsed;
    context.addIssue({ code: "custom", message: "must be daily, mon-fri or a list such as [mon, wed]" });
    return z.NEVER;
  });

const count = (low: number, high: number) =>
  z
    .number({ error: `must be a number from ${low} to ${high}` })
    .int()
    .min(low, `must be at least ${low}`)
    .max(high, `must be at most ${high}`);

const words = z.array(z.string(), { error: "must be a list of words" }).default([]);

const schema = z.strictObject({
  name: z.string({ error: "must be the name readers see" }).min(1).max(60),
  description: z.string({ error: "must say in a sentence what the digest is about" }).min(1).max(300),
  lang: z
    .string({ error: "must be a language such as en" })
    .regex(/^[a-z]{2,3}$/, "must be a language such as en")
    .default("en"),
  sources: z.array(source, { error: "must be a list of sources" }).min(1, "must name at least one source"),
  topics: z.strictObject({ prefer: words, mute: words }).prefault({}),
  schedule: z.strictObject(
    {
      times: z.array(time, { error: 'must be a list such as ["08:00"]' }).min(1, "must name at least one time"),
      days: days.prefault("daily"),
      zone: z
        .string({ error: "must be a time zone such as Europe/Kyiv" })
        .refine(isZone, "is no time zone: use a name such as Europe/Kyiv or UTC"),
    },
    { error: (issue) => (issue.code === "invalid_type" ? 'must say when it comes: times: ["08:00"], zone: Europe/Kyiv' : undefined) },
  ),
  style: z.enum(["bullets", "one-liner", "brief", "long"], { error: "must be bullets, one-liner, brief or long" }).default("bullets"),
  stories: count(1, 20).default(5),
  bullets: count(1, 5).default(3),
  maxWords: count(10, 30).default(30),
  quotes: z.boolean({ error: "must be true or false" }).default(true),
  model: z.string({ error: "must name a model of config/quoth.yaml" }).optional(),
});

/** `digests/*.yaml` → Digest[], sorted by id. Names of models are checked against the settings. Every fault of every file is listed. */
export function readCatalogue(
  folder: string,
  models: readonly string[] | undefined,
): { readonly digests: readonly Digest[]; readonly problems: readonly SettingsProblem[] } {
  const found = listFiles(folder);
  if ("problems" in found) return { digests: [], problems: found.problems };
  const digests: Digest[] = [];
  const problems: SettingsProblem[] = [];
  for (const file of found.files) {
    const read = readDigest(folder, file, models);
    if ("problems" in read) problems.push(...read.problems);
    else digests.push(read.digest);
  }
  return { digests, problems };
}

function listFiles(folder: string): { readonly files: readonly string[] } | { readonly problems: readonly SettingsProblem[] } {
  const missing = {
    problems: [{ file: folder, key: "the folder", words: "is missing or cannot be read: it holds one YAML file a digest" }],
  };
  if (!existsSync(folder)) return missing;
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return missing; // told to the operator as a problem of the folder
  }
  const files = entries.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name)).map((entry) => entry.name);
  if (files.length === 0)
    return { problems: [{ file: folder, key: "the folder", words: "holds no digest: add a file such as world.yaml" }] };
  return { files: files.sort() };
}

function readDigest(
  folder: string,
  file: string,
  models: readonly string[] | undefined,
): { readonly digest: Digest } | { readonly problems: readonly SettingsProblem[] } {
  const label = join(folder, file);
  const id = basename(file).replace(/\.ya?ml$/, "");
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(id)) {
    return {
      problems: [
        {
          file: label,
          key: "the file's name",
          words: "must be lower-case letters, digits and hyphens, at most 31: it is what people type",
        },
      ],
    };
  }
  const checked = readYaml(label, label, schema);
  if ("problems" in checked) return checked;
  const value = checked.value;
  if (value.model !== undefined && models !== undefined && !models.includes(value.model)) {
    return {
      problems: [{ file: label, key: "model", words: `names "${value.model}", which config/quoth.yaml does not have under models` }],
    };
  }
  return { digest: buildDigest(id, resolve(folder), value) };
}

function buildDigest(id: string, folder: string, value: z.output<typeof schema>): Digest {
  return {
    id,
    folder,
    name: value.name,
    description: value.description,
    lang: value.lang,
    sources: value.sources.map(buildSource),
    topics: value.topics,
    schedule: { times: [...new Set(value.schedule.times)].sort(), days: value.schedule.days, zone: value.schedule.zone },
    form: { style: value.style, stories: value.stories, bullets: value.bullets, quotes: value.quotes },
    maxWords: value.maxWords,
    ...(value.model === undefined ? {} : { model: value.model }),
  };
}

function buildSource(value: Readonly<Record<string, string>>): Source {
  const kind = kinds.find((kind) => kind in value) ?? "feed";
  return {
    kind,
    address: value[kind] ?? "",
    ...(value.name && { name: value.name }),
    ...(value.lang && { lang: value.lang }),
    ...(value.undated === "when-read" && { undated: value.undated }),
  };
}
