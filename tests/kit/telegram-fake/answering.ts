import { checkEntities } from "./entities.ts";
import { limits, texts } from "./limits.ts";
import type { Params } from "./posting.ts";
import { keep } from "./refusal.ts";
import type { World } from "./state.ts";

export function answerPress({ callback_query_id, text, url }: Params, { callbacks, opened, rules }: World): true {
  keep(rules, "pressOnce", callbacks.delete(String(callback_query_id)), texts.query);
  keep(rules, "pressText", String(text ?? "").length <= limits.callbackText, texts.pressText);
  keep(rules, "pressUrl", url === undefined || limits.pressUrl.test(String(url)), texts.pressUrl);
  if (url !== undefined) opened.push(String(url));
  return true;
}

interface Result {
  readonly id: string;
  readonly input_message_content: { readonly message_text: string; readonly entities?: unknown };
}

export function answerInline(params: Params, { inline, rules }: World): true {
  const id = String(params.inline_query_id);
  keep(rules, "inlineKnown", inline.has(id), texts.query);
  const results = params.results as readonly Result[];
  keep(rules, "inlineCount", results.length <= limits.inlineResults, texts.manyResults);
  const ids = results.map((result) => result.id);
  keep(rules, "inlineIds", new Set(ids).size === ids.length, texts.sameResult);
  keep(
    rules,
    "inlineIds",
    ids.every((each) => each !== "" && Buffer.byteLength(each) <= limits.inlineId),
    texts.resultId,
  );
  for (const { input_message_content } of results) {
    const { message_text, entities } = input_message_content;
    const length = message_text.trim().length;
    keep(rules, "inlineText", length > 0 && length <= limits.text, length === 0 ? texts.empty : texts.tooLong);
    checkEntities(message_text, entities, rules);
  }
  inline.set(id, params);
  return true;
}

export function setCommands(params: Params, { commands, rules }: World): true {
  const list = params.commands as readonly { readonly command: string; readonly description: string }[];
  keep(rules, "commandCount", list.length <= limits.commands, texts.manyCommands);
  for (const { command, description } of list) {
    const isRight = /^[a-z0-9_]{1,32}$/.test(command) && description.length >= 1 && description.length <= limits.commandAbout;
    keep(rules, "commands", isRight, texts.command);
  }
  const { language_code = "", scope = { type: "default" } } = params;
  keep(rules, "commandLanguage", /^([a-z]{2})?$/.test(String(language_code)), texts.language);
  commands.set(`${(scope as { readonly type: string }).type} ${language_code}`.trim(), params.commands);
  return true;
}

export function setWebhook(params: Params, world: World): true {
  const {
    url = "",
    secret_token: secret = "",
    allowed_updates,
  } = params as { url?: string; secret_token?: string; allowed_updates?: string[] };
  const { protocol, port } = URL.canParse(url) ? new URL(url) : { protocol: "", port: "" };
  keep(world.rules, "webhookAddress", url === "" || protocol === "https:", texts.webhookHttps);
  const isPort = (limits.webhookPorts as readonly number[]).includes(Number(port || 443));
  keep(world.rules, "webhookAddress", url === "" || isPort, texts.webhookPort);
  keep(world.rules, "webhookSecret", secret === "" || limits.webhookSecret.test(secret), texts.webhookSecret);
  world.webhook = url === "" ? undefined : { url, secret };
  if (allowed_updates) world.allowed = allowed_updates;
  return true;
}

export function getFile({ file_id }: Params, { files, rules }: World) {
  const bytes = files.get(String(file_id));
  keep(rules, "fileKnown", bytes !== undefined, texts.fileId);
  keep(rules, "downloadSize", (bytes?.length ?? 0) <= limits.downloadBytes, texts.fileTooBig);
  return { file_id, file_unique_id: file_id, file_path: `documents/${file_id}` };
}
