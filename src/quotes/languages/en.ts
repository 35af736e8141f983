import type { QuoteLanguage } from "./language.ts";

const words = (text: string): readonly string[] => text.split(" ");

export const en: QuoteLanguage = {
  verbs: words(
    "said says say saying told tells tell telling wrote writes writing added adds adding asked asks asking called calls calling continued continues tweeted tweets tweeting stated states stating noted notes noting responded responds responding replied replies replying explained explains explaining declared declares insisted insists insisting suggested suggests suggesting warned warns warning recalled recalls admitted admits admitting pledged urged urges announced announces argued argues arguing remarked remarks acknowledged acknowledges exclaimed claimed claims claiming conceded concedes concluded concludes predicted predicts quipped quips joked jokes boasted fumed demanded demands vowed vows complained complains lamented laments observed observes mused opined countered counters shot emphasized emphasizes emphasised stressed stresses repeated repeats reiterated reiterates commented comments confirmed confirms denied denies described describes describing reported reports read reads reading posted posts emailed texted promised promises proclaimed protested pointed maintained maintains contended contends cautioned cautions cried shouted shouts yelled whispered muttered testified testifies advised agreed agrees agreeing accused accuses accusing blasted slammed dismissed dubbed labeled praised criticized mocked accused thundered chanted sang signed quoted put puts went goes began begins thought thinks believed believes explained offered offers wondered wonders ventured interjected volunteered allowed revealed reveals disclosed indicated indicates implored assured assures intoned blurted chimed tells answered answers greeted declared recounted recounts concurred elaborated echoed echoes summarized hailed likened referred refers refer cited citing",
  ),
  sourceCues: ["according to", "in the words of", "as per", "per"],
  pronouns: { he: words("he him his himself"), she: words("she her hers herself"), they: words("they them their") },
  titles: words(
    "mr mrs ms miss dr prof professor sir dame lord lady president vice-president premier chancellor senator sen rep representative congressman congresswoman gov governor mayor councillor councilman councilwoman minister secretary ambassador judge justice general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm commander sheriff detective inspector officer chief director chairman chairwoman chair chairperson spokesman spokeswoman spokesperson attorney lawyer king queen prince princess pope cardinal bishop archbishop father rev reverend rabbi imam coach manager analyst strategist host anchor reporter author candidate nominee speaker commissioner superintendent dean harbour harbor master engineer",
  ),
  determiners: words("the a an one another some several many his her their its this that our my"),
  maleTitles: words("mr sir lord king prince father congressman spokesman chairman councilman"),
  femaleTitles: words("mrs ms miss dame lady queen princess congresswoman spokeswoman chairwoman councilwoman"),
};
