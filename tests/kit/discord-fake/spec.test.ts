import { expect, test } from "vitest";
import { ask } from "./raw.ts";
import { findSpec, openSpec } from "./spec.ts";
import { startDiscord } from "./start.ts";

const schema = {
  type: "object",
  properties: { name: { type: "string", enum: ["a"] }, size: { type: "integer", enum: [] } },
  required: ["name"],
};
const json = { content: { "application/json": { schema } } };
const small = openSpec({ paths: { "/things/{id}": { post: { requestBody: json, responses: { 200: json } }, get: { responses: {} } } } });
const asked = (body: unknown, path = "/things/1") => small.faultIn({ method: "POST", path, body });

test("a body of the described shape has no fault", () => {
  expect(asked({ name: "a", size: 3 })).toBeUndefined();
  expect(small.faultIn({ method: "GET", path: "/things/1", body: {} })).toBeUndefined();
});

test.each([
  ["a missing field", {}, "name"],
  ["a wrong value", { name: "b" }, "/name"],
  ["a wrong type", { name: "a", size: "3" }, "/size"],
  ["an unknown field", { name: "a", colour: "red" }, "colour"],
])("%s is a fault that is named", (_, body, named) => {
  expect(asked(body)).toContain(named);
});

test("an operation that is not described is a fault, and an answer may say more than is described", () => {
  expect(asked({ name: "a" }, "/others/1")).toContain("is no operation");
  expect(small.faultIn({ method: "POST", path: "/things/1", status: 200, body: { name: "a", colour: "red" } })).toBeUndefined();
  expect(small.faultIn({ method: "POST", path: "/things/1", status: 200, body: {} })).toContain("name");
});

test("the stand-in reports what Discord's own description does not know, where that is at hand", async ({ annotate }) => {
  if (!findSpec()) return void annotate("Discord's description of its API is absent: the stand-in's own tables judge alone");
  const fake = await startDiscord();
  const channel = fake.channel(fake.guild());
  await ask(fake, "POST", `/channels/${channel.id}/messages`, { content: "a" });
  const before = [...fake.violations];
  await ask(fake, "POST", `/channels/${channel.id}/messages`, { content: "a", allowed_mentions: { everybody: true } });
  await fake.close();
  expect(before).toEqual([]);
  expect(fake.violations.join()).toContain("everybody");
});
