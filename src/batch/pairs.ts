import { compareArticles } from "../digest/pair.ts";
import { eachQuestion, findText } from "./index.ts";

export const task = eachQuestion((question) => {
  const { same, score } = compareArticles(
    { title: findText(question, "title1") ?? "", text: findText(question, "text1") ?? "", lang: findText(question, "lang1") ?? "und" },
    { title: findText(question, "title2") ?? "", text: findText(question, "text2") ?? "", lang: findText(question, "lang2") ?? "und" },
  );
  return { id: question.id ?? null, same: same ? 1 : 0, score };
});
