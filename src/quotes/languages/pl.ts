import { endings, forms, type Grammar, phrases, set } from "./grammar.ts";

const past = (stems: string): string => endings(stems, "ł", "ła", "li", "ło");

export const pl: Grammar = {
  code: "pl",
  verbs: set(
    past(
      "powiedzia mówi oświadczy doda dodawa podkreśli podkreśla zaznaczy zaznacza stwierdzi twierdzi wyjaśni wyjaśnia poinformowa informowa napisa pisa odpowiedzia odpowiada oceni ocenia zapewni zapewnia przyzna przyznawa ostrzeg przekaza opowiedzia opowiada wspomnia wspomina zauważy zauważa obieca zapowiedzia zapowiada zapyta pyta skomentowa komentowa ogłosi zaprzeczy potwierdzi sugerowa zasugerowa przypomnia uzna uważa podsumowa skwitowa rzuci uci krzykną szepną zażartowa żartowa skarży apelowa zaapelowa wezwa skrytykowa krytykowa potępi zarzuci relacjonowa tłumaczy wytłumaczy argumentowa przekonywa deklarowa zadeklarowa alarmowa cytowa dopytywa kontynuowa dowodzi żali wskaza wskazywa doprecyzowa uściśli ujawni oskarży pogratulowa podziękowa radzi poradzi prognozowa ironizowa",
    ),
    "powiedzieli odpowiedzieli opowiedzieli zapowiedzieli wspomnieli przypomnieli ostrzegł ostrzegła ostrzegli odparł odparła odparli uciął ucięła ucięli krzyknął krzyknęła szepnął szepnęła rzekł rzekła odrzekł odrzekła przyznał orzekł orzekła",
    "mówi mówią oświadcza dodaje dodają podkreśla podkreślają zaznacza zaznaczają stwierdza twierdzi twierdzą wyjaśnia wyjaśniają informuje informują pisze piszą odpowiada odpowiadają ocenia oceniają zapewnia zapewniają przyznaje przyznają ostrzega ostrzegają przekazuje przekazują opowiada opowiadają wspomina wspominają zauważa zauważają obiecuje zapowiada zapowiadają pyta komentuje komentują ogłasza zaprzecza potwierdza potwierdzają sugeruje przypomina uznaje uważa uważają podsumowuje kwituje rzuca żartuje skarży apeluje apelują wzywa krytykuje potępia zarzuca relacjonuje relacjonują tłumaczy tłumaczą argumentuje przekonuje deklaruje alarmuje alarmują cytuje dopytuje kontynuuje wskazuje wskazują precyzuje ujawnia radzi prognozuje ironizuje czytamy słyszymy śmieje",
  ),
  naming: set("nazwał nazwała nazwali nazywa nazywają określił określiła określa opisał opisała uznał uznała mówi mówił mówiła"),
  between: set(
    "już także też potem później następnie niedawno jednak tylko jeszcze znowu osobiście publicznie dalej natomiast zaś się wtedy",
  ),
  sourceCues: phrases(
    "według, wedle, zdaniem, w opinii, w ocenie, jak podał, jak podała, jak podaje, jak powiedział, jak powiedziała, jak poinformował, jak poinformowała, jak przekazał, jak przekazała, jak mówi, jak zaznaczył, jak zaznaczyła, z relacji",
  ),
  documents: phrases("w raporcie, w oświadczeniu, w komunikacie, w dokumencie, w liście"),
  postpositions: set(""),
  pronounCues: {
    he: phrases("według niego, jego zdaniem, w jego ocenie, w jego opinii, jak dodał"),
    she: phrases("według niej, jej zdaniem, w jej ocenie, w jej opinii, jak dodała"),
  },
  lookingBack: phrases("tak, w ten sposób, tymi słowami, takimi słowami, to słowa, to"),
  pronouns: { he: set("on ten"), she: set("ona ta"), they: set("oni one") },
  objects: { he: set("go"), she: set("ją") },
  former: set("były była"),
  speechNouns: set("słowa słów słowami zdanie zdania hasło hasłem napis napisem stwierdzenie wniosek wniosku opinia"),
  people: {
    he: set(
      "prezydent minister premier wicepremier poseł burmistrz wiceburmistrz wójt rzecznik dyrektor ambasador senator kanclerz gubernator sekretarz analityk ekonomista historyk socjolog politolog adwokat obrońca prokurator śledczy sędzia oficer generał pułkownik major kapitan porucznik sierżant komendant dowódca trener zawodnik bramkarz aktor reżyser pisarz malarz naukowiec badacz fizyk chemik biolog lekarz chirurg nauczyciel profesor doktor rektor dziekan biskup ksiądz pastor rolnik kierowca inżynier dyspozytor ratownik strażak policjant aktywista wolontariusz przedsiębiorca biznesmen założyciel właściciel menedżer szef kierownik naczelnik zastępca doradca przedstawiciel lider kandydat publicysta dziennikarz redaktor prezenter producent piosenkarz muzyk świadek powód oskarżony emeryt pan urzędnik polityk dyplomata marszałek prezes armator związkowiec mieszkaniec brat ojciec syn kolega komisarz",
    ),
    she: set(
      "prezydentka ministra ministerka premierka posłanka burmistrzyni wójcina rzeczniczka dyrektorka ambasadorka senatorka kanclerka gubernatorka sekretarka analityczka ekonomistka historyczka socjolożka politolożka adwokatka obrończyni prokuratorka śledcza sędzia sędzina oficerka generałka komendantka trenerka zawodniczka bramkarka aktorka reżyserka pisarka malarka naukowczyni badaczka fizyczka chemiczka biolożka meteorolożka lekarka chirurżka nauczycielka profesorka doktorka rektorka rolniczka inżynierka dyspozytorka ratowniczka strażaczka policjantka aktywistka wolontariuszka przedsiębiorczyni założycielka właścicielka menedżerka szefowa kierowniczka naczelniczka zastępczyni doradczyni przedstawicielka liderka kandydatka publicystka dziennikarka redaktorka prezenterka producentka piosenkarka emerytka pani urzędniczka polityczka dyplomatka prezeska mieszkanka siostra matka córka koleżanka mistrzyni",
    ),
    either: set(
      "minister prokurator sędzia komisarz świadek dyrektor generał profesor doktor ambasador premier prezydent rektor senator prezes",
    ),
  },
  neutralTitles: true,
  standIns: set(
    "urzędnik urzędniczka polityk polityczka dyplomata dyplomatka naukowiec badacz badaczka lekarz lekarka ekspert ekspertka minister trener trenerka dziennikarz dziennikarka poseł posłanka adwokat adwokatka ekonomista ekonomistka analityk analityczka związkowiec burmistrz",
  ),
  bodies: forms(
    "ministerstwo: ministerstwa ministerstwu ministerstwie, sąd: sądu sądzie, izba: izby izbie izbą, firma: firmy firmie, spółka: spółki spółce, policja: policji policją, prokuratura: prokuratury prokuraturze, komitet: komitetu komitecie, komisja: komisji, rada: rady radzie, służba: służby służbie, agencja: agencji agencję, uniwersytet: uniwersytetu uniwersytecie, bank: banku, partia: partii, rząd: rządu rządzie, fundacja: fundacji, sztab: sztabu sztabie, urząd: urzędu urzędzie, zarząd: zarządu zarządzie, biuro: biura biurze, stowarzyszenie: stowarzyszenia, związek: związku, parlament: parlamentu, sejm: sejmu sejmie, klub: klubu klubie, szpital: szpitala szpitalu, ambasada: ambasady ambasadzie, resort: resortu resorcie, producent",
  ),
  bearers: set("firma firmy spółka spółki producent producenta agencja koncern"),
  indefinite: set("jeden jedna jedno ktoś inny inna kilku niektórzy wielu osoba źródło anonimowy"),
  definite: set("ten ta sam sama"),
  prepositions: set("w we na z ze do od pod nad o przy dla bez przez między za po przed obok przeciw wśród oprócz zamiast u ku podczas"),
  openers: set(
    "a ale i oraz lub albo nie tak jak jeśli gdy kiedy choć bo to ta ten ci te tam tu wtedy teraz wczoraj dziś dzisiaj jutro wcześniej później potem poza też także jednak dlatego on ona ono oni one my wy ja jego jej ich nasz wasz mój swój wszyscy wszystko każdy kto co gdzie dlaczego żaden po przed pod ponad około tylko już jeszcze tego tej natomiast tymczasem poniedziałek wtorek środę czwartek piątek sobotę niedzielę za",
  ),
  particles: ["de", "van", "von", "der", "la", "al", "bin", "da", "di"],
  givenNames: {
    he: set(
      "adam adrian albert aleksander aleksy andrzej antoni arkadiusz arnold artur bartosz bartłomiej bogdan bogusław bronisław bruno cezary czesław cyryl damian daniel dariusz dawid dominik edward emil fabian filip franciszek gerard grzegorz henryk hubert ignacy igor jacek jakub jan janusz jarosław jerzy józef julian kamil karol kazimierz konrad krystian krzysztof leon leszek lech łukasz maciej marcin marek marian mariusz mateusz michał mieczysław mikołaj miron norbert olgierd oskar patryk paweł piotr przemysław radosław rafał robert roman ryszard sebastian sławomir stanisław stefan szymon tadeusz tobias tomasz tymon wacław waldemar wiesław wiktor witold władysław włodzimierz wojciech zbigniew zdzisław zenon zygmunt jonathan john michael joseph george james david thomas donald",
    ),
    she: set(
      "adrianna agata agnieszka aleksandra alicja alina anastazja anita anna antonina barbara beata bogna bożena celina czesława dagmara danuta diana dominika dorota edyta elżbieta emilia ewa ewelina felicja gabriela genowefa grażyna halina hanna helena honorata ilona inga irena iwona izabela jadwiga janina joanna jolanta julia justyna kamila karolina katarzyna kinga klara krystyna laura lena lidia liliana lucyna łucja magda magdalena maja małgorzata maria marianna mariola marta martyna michalina milena mirosława monika natalia nina olga oliwia otylia patrycja paulina renata roksana róża sandra sara sonia stanisława stefania sylwia teresa urszula wanda weronika wiesława wiktoria zofia zuzanna żaneta",
    ),
  },
  relays: phrases(
    "w rozmowie z, w wywiadzie dla, w wywiadzie z, na antenie, w radiu, w telewizji, cytowany przez, cytowana przez, powiedział w, powiedziała w, dla, powiedział gazecie, powiedziała gazecie",
  ),
  outlets: set(
    "gazetą gazecie gazety gazeta dziennikiem dziennikowi dziennika tygodnikiem agencję agencji agencja portalem portalu stacją stacji telewizji telewizją radiem radia tygodnika",
  ),
  dash: "sentence",
  commaCue: false,
  genderOfVerb: { he: /(?:ł)$/, she: /(?:ła)$/ },
  capitalNouns: false,
  dropsSubject: true,
};
