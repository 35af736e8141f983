import { endings, forms, type Grammar, phrases, set } from "./grammar.ts";

const past = (stems: string): string => endings(stems, "ł", "ła", "li", "ło");

export const pl: Grammar = {
  code: "pl",
  verbs: set(
    past(
      "powiedzia mówi oświadczy doda dodawa podkreśli podkreśla zaznaczy zaznacza stwierdzi twierdzi wyjaśni wyjaśnia poinformowa informowa napisa pisa odpowiedzia odpowiada oceni ocenia zapewni zapewnia przyzna przyznawa ostrzeg przekaza opowiedzia opowiada wspomnia wspomina zauważy zauważa obieca zapowiedzia zapowiada zapyta pyta skomentowa komentowa ogłosi zaprzeczy potwierdzi sugerowa zasugerowa przypomnia uzna uważa podsumowa skwitowa rzuci uci krzykną szepną zażartowa żartowa skarży apelowa zaapelowa wezwa skrytykowa krytykowa potępi zarzuci relacjonowa tłumaczy wytłumaczy argumentowa przekonywa deklarowa zadeklarowa alarmowa cytowa dopytywa kontynuowa dowodzi żali wskaza wskazywa doprecyzowa uściśli ujawni oskarży pogratulowa podziękowa radzi poradzi prognozowa ironizowa",
    ),
    "powiedzieli odpowiedzieli opowiedzieli zapowiedzieli wspomnieli przypomnieli ostrzegł ostrzegła ostrzegli odparł odparła odparli uciął ucięła ucięli krzyknął krzyknęła szepnął szepnęła rzekł rzekła odrzekł odrzekła przyznał orzekł orzekła",
    "mówi mówią oświadcza dodaje dodają podkreśla podkreślają zaznacza zaznaczają stwierdza twierdzi twierdzą wyjaśnia wyjaśniają informuje informują pisze piszą odpowiada odpowiadają ocenia oceniają zapewnia zapewniają przyznaje przyznają ostrzega ostrzegają przekazuje przekazują opowiada opowiadają wspomina wspominają zauważa zauważają obiecuje zapowiada zapowiadają pyta komentuje komentują ogłasza zaprzecza potwierdza potwierdzają sugeruje przypomina uznaje uważa uważają podsumowuje kwituje rzuca żartuje skarży apeluje apelują wzywa krytykuje potępia zarzuca relacjonuje relacjonują tłumaczy tłumaczą argumentuje przekonuje deklaruje alarmuje alarmują cytuje dopytuje kontynuuje wskazuje wskazują precyzuje ujawnia radzi prognozuje ironizuje czytamy słyszymy śmieje narzekał narzekała narzekali narzeka narzekają ubolewał ubolewała ubolewa kpił kpiła kpi grzmiał grzmiała grzmi ripostował ripostowała ripostuje zripostował zripostowała groził groziła grozi grożą zagroził zagroziła uspokajał uspokajała uspokaja uspokoił uspokoiła wyznał wyznała wyznaje zdradził zdradziła zdradza przewidywał przewidywała przewiduje szacował szacuje uzasadnił uzasadniła uzasadniał uzasadniała uzasadnia domagał domagała domaga żądał żądała żąda proponował proponuje zaproponował zaproponowała wyliczał wyliczała wylicza wyliczył przytoczył przytacza opisywał opisywała opisuje zgadza zgodził przeprosił przeprosiła przeprasza zawołał zawołała woła wtórował wtórowała wtóruje oburzał oburzała oburza dziwił dziwiła dziwi zastanawiał zastanawia westchnął westchnęła wzdycha wzdychał mruknął mruknęła burknął denerwował denerwowała denerwuje złościł złości zachwalał zachwala cieszył cieszyła cieszy śmiał śmiała śmieją śmiech uśmiecha uśmiechnął uśmiechnęła płacze płakał płakała irytował irytuje dementował dementuje zdementował parował paruje kwitował nadmienił nadmieniła nadmienia doprecyzowała wyraził wyraziła wtrącił wtrąciła wyjawił wyjawiła poskarżył poskarżyła pożalił pożaliła odnotował odnotowuje stwierdzają twierdził twierdziła żartowała marzy liczy chwali chwalił chwaliła krzyczy krzyczał krzyczała prosi prosił prosiła apelował",
  ),
  naming: set(
    "nazwał nazwała nazwali nazywa nazywają określił określiła określa opisał opisała uznał uznała mówi mówił mówiła określili określają nazwano ocenił oceniła ocenia opisuje chwalił chwali skrytykował skrytykowała krytykuje",
  ),
  between: set(
    "już także też potem później następnie niedawno jednak tylko jeszcze znowu osobiście publicznie dalej natomiast zaś się wtedy",
  ),
  sourceCues: phrases(
    "jak wyjaśnił, jak wyjaśniła, jak podkreślił, jak podkreśliła, jak zauważył, jak zauważyła, jak twierdzi, jak przyznał, jak przyznała, w przekonaniu, według, wedle, zdaniem, w opinii, w ocenie, jak podał, jak podała, jak podaje, jak powiedział, jak powiedziała, jak poinformował, jak poinformowała, jak przekazał, jak przekazała, jak mówi, jak zaznaczył, jak zaznaczyła, z relacji",
  ),
  documents: phrases("w raporcie, w oświadczeniu, w komunikacie, w dokumencie, w liście"),
  postpositions: set(""),
  pronounCues: {
    he: phrases("którego zdaniem, według którego, zdaniem którego, według niego, jego zdaniem, w jego ocenie, w jego opinii, jak dodał"),
    she: phrases("której zdaniem, według której, zdaniem której, według niej, jej zdaniem, w jej ocenie, w jej opinii, jak dodała"),
  },
  lookingBack: phrases("tak, w ten sposób, tymi słowami, takimi słowami, to słowa, to"),
  pronouns: {
    he: set("on ten"),
    she: set("ona ta"),
    they: set("oni one"),
  },
  objects: { he: set("go"), she: set("ją") },
  former: set("były była"),
  thats: set("że iż"),
  speechNouns: set("słowa słów słowami zdanie zdania hasło hasłem napis napisem stwierdzenie wniosek wniosku opinia"),
  people: {
    he: set(
      "prezydent minister premier wicepremier poseł burmistrz wiceburmistrz wójt rzecznik dyrektor ambasador senator kanclerz gubernator sekretarz analityk ekonomista historyk socjolog politolog adwokat obrońca prokurator śledczy sędzia oficer generał pułkownik major kapitan porucznik sierżant komendant dowódca trener zawodnik bramkarz aktor reżyser pisarz malarz naukowiec badacz fizyk chemik biolog lekarz chirurg nauczyciel profesor doktor rektor dziekan biskup ksiądz pastor rolnik kierowca inżynier dyspozytor ratownik strażak policjant aktywista wolontariusz przedsiębiorca biznesmen założyciel właściciel menedżer szef kierownik naczelnik zastępca doradca przedstawiciel lider kandydat publicysta dziennikarz redaktor prezenter producent piosenkarz muzyk świadek powód oskarżony emeryt pan urzędnik polityk dyplomata marszałek prezes armator związkowiec mieszkaniec brat ojciec syn kolega komisarz wojewoda starosta radny gospodarz hodowca pasterz piekarz restaurator hotelarz bibliotekarz pielęgniarz farmaceuta weterynarz architekt geolog hydrolog klimatolog archeolog psycholog filozof doktorant student uczeń turysta pasażer klient sprzedawca rzemieślnik robotnik górnik pracownik wykonawca selekcjoner piłkarz skoczek pływak pilot napastnik kolarz poeta dramaturg scenarzysta tancerz komik fotograf wydawca rybak marynarz pszczelarz winiarz kustosz kurator wirusolog astronom przyrodnik leśniczy myśliwy sąsiad mąż dziadek wujek sołtys proboszcz operator strateg raper showman mężczyzna wnuk kuzyn przyjaciel partner narzeczony zwycięzca laureat mistrz tenisista biegacz pianista szachista",
    ),
    she: set(
      "prezydentka ministra ministerka premierka posłanka burmistrzyni wójcina rzeczniczka dyrektorka ambasadorka senatorka kanclerka gubernatorka sekretarka analityczka ekonomistka historyczka socjolożka politolożka adwokatka obrończyni prokuratorka śledcza sędzia sędzina oficerka generałka komendantka trenerka zawodniczka bramkarka aktorka reżyserka pisarka malarka naukowczyni badaczka fizyczka chemiczka biolożka meteorolożka lekarka chirurżka nauczycielka profesorka doktorka rektorka rolniczka inżynierka dyspozytorka ratowniczka strażaczka policjantka aktywistka wolontariuszka przedsiębiorczyni założycielka właścicielka menedżerka szefowa kierowniczka naczelniczka zastępczyni doradczyni przedstawicielka liderka kandydatka publicystka dziennikarka redaktorka prezenterka producentka piosenkarka emerytka pani urzędniczka polityczka dyplomatka prezeska mieszkanka siostra matka córka koleżanka mistrzyni wojewoda radna hodowczyni restauratorka bibliotekarka pielęgniarka położna farmaceutka weterynarka architektka geolożka hydrolożka klimatolożka archeolożka psycholożka filozofka doktorantka studentka uczennica turystka pasażerka klientka sprzedawczyni pracownica piłkarka pływaczka pilotka kolarka poetka dramaturżka scenarzystka tancerka fotografka wydawczyni pszczelarka kustoszka kuratorka wirusolożka astronomka przyrodniczka sąsiadka żona babcia ciotka mama sołtyska wicedyrektorka kobieta wnuczka ciocia kuzynka przyjaciółka partnerka narzeczona zwyciężczyni laureatka tenisistka biegaczka pianistka szachistka",
    ),
    either: set(
      "minister prokurator sędzia komisarz świadek dyrektor generał profesor doktor ambasador premier prezydent rektor senator prezes hydrolog geolog klimatolog archeolog psycholog wirusolog astronom architekt wojewoda starosta historyk socjolog politolog chirurg lekarz adwokat kurator burmistrz wójt marszałek analityk",
    ),
  },
  neutralTitles: true,
  standIns: set(
    "urzędnik urzędniczka polityk polityczka dyplomata dyplomatka naukowiec badacz badaczka lekarz lekarka ekspert ekspertka minister trener trenerka dziennikarz dziennikarka poseł posłanka adwokat adwokatka ekonomista ekonomistka analityk analityczka związkowiec burmistrz aktor aktorka reżyser reżyserka pisarz pisarka piosenkarz piosenkarka artysta artystka student studentka historyk socjolog radny radna senator senatorka wojewoda prezes rzecznik rzeczniczka prokurator sędzia obrońca mecenas piłkarz bramkarz selekcjoner szkoleniowiec zawodnik zawodniczka skoczek samorządowiec parlamentarzysta parlamentarzystka profesor ksiądz hodowca rolnik mieszkanka mieszkaniec kobieta mężczyzna zwycięzca zwyciężczyni laureat laureatka mistrz mistrzyni tenisista tenisistka biegacz biegaczka pływak pływaczka pianista pianistka tancerz tancerka szachista szachistka weterynarz architekt archeolog",
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
      "adam adrian albert aleksander aleksy andrzej antoni arkadiusz arnold artur bartosz bartłomiej bogdan bogusław bronisław bruno cezary czesław cyryl damian daniel dariusz dawid dominik edward emil fabian filip franciszek gerard grzegorz henryk hubert ignacy igor jacek jakub jan janusz jarosław jerzy józef julian kamil karol kazimierz konrad krystian krzysztof leon leszek lech łukasz maciej marcin marek marian mariusz mateusz michał mieczysław mikołaj miron norbert olgierd oskar patryk paweł piotr przemysław radosław rafał robert roman ryszard sebastian sławomir stanisław stefan szymon tadeusz tobias tomasz tymon wacław waldemar wiesław wiktor witold władysław włodzimierz wojciech zbigniew zdzisław zenon zygmunt jonathan john michael joseph george james david thomas donald gniewko ziemowit jeremi seweryn borys bożydar dobiesław eryk eugeniusz ernest feliks florian gabriel gracjan gustaw iwo jacenty jaromir jędrzej jeremiasz joachim jonasz juliusz kacper kajetan klemens klaudiusz kordian kosma ksawery lesław ludwik lucjan lubomir makary maksymilian marceli maurycy maksym miłosz mirosław natan nikodem olaf oliwier onufry otto pankracy prokop remigiusz rajmund rufin sergiusz sylwester tobiasz teodor telesfor tymoteusz tytus walenty walerian waleriusz wawrzyniec wincenty wit zachariasz zbyszko zygfryd kuba antek bartek tomek marcel aleks alan xawery jarek maciek wojtek",
    ),
    she: set(
      "adrianna agata agnieszka aleksandra alicja alina anastazja anita anna antonina barbara beata bogna bożena celina czesława dagmara danuta diana dominika dorota edyta elżbieta emilia ewa ewelina felicja gabriela genowefa grażyna halina hanna helena honorata ilona inga irena iwona izabela jadwiga janina joanna jolanta julia justyna kamila karolina katarzyna kinga klara krystyna laura lena lidia liliana lucyna łucja magda magdalena maja małgorzata maria marianna mariola marta martyna michalina milena mirosława monika natalia nina olga oliwia otylia patrycja paulina renata roksana róża sandra sara sonia stanisława stefania sylwia teresa urszula wanda weronika wiesława wiktoria zofia zuzanna żaneta melania adela adelajda albina aldona aleksja alfreda amelia anatolia aneta angelika aniela apolonia ariadna aurelia balbina benedykta berenika blanka bogumiła bogusława bożenna bronisława brygida cecylia cyntia daria delfina dobrawa dobrosława domicela donata eliza elwira emanuela estera eugenia eulalia faustyna felicyta filipina filomena franciszka gaja gertruda gizela greta gustawa hiacynta hildegarda hortensja idalia iga ignacja ina irmina iza izolda jagna jagoda jaśmina joachima judyta kalina kaja karina kazimiera klaudia klementyna klotylda konstancja kornelia krystiana ksenia larysa lea leokadia liwia longina ludwika ludmiła luiza malwina manuela marcela marcelina marika maryla matylda mira nadia nela nikola nikoletta oktawia ola olimpia pamela pelagia petronela pola regina rozalia roma romana rozmaria rita sabina salomea samanta scholastyka serafina seweryna sława sławomira stella tamara tatiana tekla telimena tola walentyna waleria wera wiera wilhelmina wiola wioletta xymena zdzisława zenobia zoja żywia",
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
  strangers: /(?:ony|any|ący|nik|ec|acz|arz|ista|ant|ent|or|er|iel|ica|yni|ona|ana|ąca|ktoś)$/,
  presentVerb: /(?:yje|uje|aje|eje|ści|ysi|zi|ni|ci|wi|ma|wa|ga|ka|ta|za|ża|da|sza|cza|sa|na|la|pi|bi)$/,
  capitalNouns: false,
  dropsSubject: true,
};
