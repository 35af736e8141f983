/** Small words that make up a third of any running text, by language (BCP 47). Distinctive ones first; a word shared by many counts for little. */
export const smallWords: Readonly<Record<string, string>> = {
  en: "the and of to in is that was for with his they have this from had not are but which their were been has will would said who its about after",
  de: "der die und das nicht ist von den mit sich des auf dem ein eine einer auch wird werden hat sind wie bei über nach aus noch zum zur wurde sagte für",
  fr: "le la les des et est dans une que pour qui sur pas plus avec ce cette aux sont été mais ont leur du au par selon après être nous ses",
  es: "el los las del que una por con para se su como más pero sus fue ha este esta entre cuando muy sin sobre también años desde según dijo y",
  it: "il che di è della per un una non con del sono gli alla più nel anche dei ha delle come dal questo ma si dopo stato essere hanno ai",
  pt: "que não uma com para os dos mais como foi ao das pelo pela ele são também mas seu sua já até está disse você anos depois à é em",
  nl: "het een van en niet dat zijn voor met aan ook maar bij wordt naar heeft uit over deze nog worden haar hun geen werd volgens wij dit",
  pl: "się nie że na jest do jak przez oraz był ale jego tego które została tym także przed tak tylko już będzie może według roku są dla w z i",
  nb: "ikke jeg ble etter også seg fra av mer har var for det som til på han hun dette kan skal vil nå om over bare noen være",
  nn: "ikkje eg vart etter også seg frå av meir har var det som til på han ho dette kan skal vil no om over berre nokon vere ein dei",
  da: "ikke jeg blev efter også sig fra af mere har var det som til på han hun dette kan skal vil nu om over kun nogle være hvor ud havde",
  sv: "inte jag blev efter också sig från av mer har var det som till på han hon detta kan ska vill nu om över bara några vara och ett är för",
  fi: "ei ja on että se hän ovat oli mutta kun niin myös joka sen mukaan kuin jos ole vain ollut sanoo vuoden jälkeen",
  cs: "že se na je není jsou bylo byl ale jeho jako také který které pro při podle po až jen ještě už by aby k roku v a",
  hu: "hogy nem egy az és is volt meg csak már mint vagy kell után lesz szerint még ezt azt de van el ki a",
  ro: "și în nu că este din pentru care mai sunt fost au prin după către această anul fi se pe cu un o la de",
  tr: "bir ve bu için ile olarak daha çok olan gibi sonra kadar değil ise var göre en ne olduğu da de",
  eu: "eta da du dira ez dute izan zuen bat ere baina hau baino egin zen den duen ditu dela gehiago batean",
  ca: "els amb una per que les dels és del més però han també són seva aquest aquesta entre després ha al i",
  uk: "та що не на до від за це як для але його було про із який які також вже або щоб коли під час після року",
  ru: "и что не на от за это как для но его было об из который которые также уже или чтобы когда во время после года",
  be: "што не на да ад за гэта як для але яго было пра які якія таксама ўжо або каб калі пад пасля года",
  bg: "и че не на от за това като но го беше който които също вече или да се са с след години по към",
};

/** Scripts that one language of the news is written in. */
export const scriptLanguages: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Georgian}/gu, "ka"],
  [/\p{Script=Armenian}/gu, "hy"],
];
