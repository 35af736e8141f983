import { forms, type Grammar, phrases, set } from "./grammar.ts";

export const de: Grammar = {
  code: "de",
  verbs: set(
    "zeigte zeigt zeigten erinnerte erinnert attackierte attackiert verwies verweist erwartete erwartet bekannte sagte sagt sagten sagen gesagt erklärte erklärt erklärten erklären betonte betont betonten betonen meinte meint meinten meinen schrieb schreibt schrieben schreiben geschrieben berichtete berichtet berichteten berichten teilte teilt teilten teilen mitgeteilt äußerte äußert äußerten geäußert kritisierte kritisiert kritisierten forderte fordert forderten fordern warnte warnt warnten warnen gewarnt kommentierte kommentiert kommentierten antwortete antwortet antworteten geantwortet fragte fragt fragten gefragt behauptete behauptet behaupteten behaupten bestätigte bestätigt bestätigten ergänzte ergänzt ergänzten versicherte versichert versicherten versprach verspricht versprachen versprochen räumte räumt räumten eingeräumt gestand gesteht gestanden klagte klagt klagten beklagte beklagt rief ruft riefen gerufen lobte lobt lobten dankte dankt beteuerte beteuert verkündete verkündet verkündeten kündigte kündigt kündigten angekündigt fasste fasst zitierte zitiert zitierten verlautete verlautbarte erwiderte erwidert erwiderten entgegnete entgegnet widersprach widerspricht widersprachen erläuterte erläutert erläuterten bemerkte bemerkt unterstrich unterstreicht unterstrichen hob hebt stellte stellt wies weist beschrieb beschreibt beschrieben schilderte schildert erzählte erzählt erzählten erzählen gab gibt gaben bekräftigte bekräftigt argumentierte argumentiert resümierte resümiert urteilte urteilt prophezeite mahnte mahnt mahnten appellierte appelliert drohte droht spottete spottet scherzte scherzt jubelte jubelt freute freut verteidigte verteidigt begründete begründet begründeten heißt hieß dementierte plädierte plädiert monierte moniert rügte rügt verurteilte verurteilt konstatierte konstatiert präzisierte präzisiert vermutete vermutet befürchtete befürchtet hoffte hofft lautete lautet lauteten steht fügte fügt fügten hinzugefügt fuhr",
  ),
  naming: set(
    "nannte nennt nannten nennen genannt bezeichnete bezeichnet bezeichneten bezeichnen sprach spricht sprachen sprechen gesprochen wertete wertet bewertete bewertet beschrieb beschreibt bezeichnend kritisierte kritisiert lobte lobt forderte fordert warf wirft warfen",
  ),
  between: set(
    "hat haben habe hatte hatten wurde wird sei ist so auch dann später zudem außerdem weiter jedoch aber dabei dazu gestern heute daraufhin ferner ebenfalls sich es noch nun zuvor anschließend darauf am wörtlich",
  ),
  sourceCues: phrases(
    "laut, nach angaben von, nach angaben des, nach angaben der, nach angaben, nach worten von, nach den worten von, nach den worten des, nach den worten der, nach aussage von, nach aussagen von, nach aussagen des, nach aussagen der, nach ansicht von, nach ansicht des, nach ansicht der, nach meinung von, nach meinung des, nach meinung der, nach auffassung von, nach auffassung des, nach auffassung der, nach einschätzung von, aus sicht von, so",
  ),
  documents: phrases(""),
  postpositions: set("zufolge"),
  pronounCues: {
    he: phrases("seinen angaben zufolge, nach seinen angaben, nach seinen worten, seiner meinung nach, seiner ansicht nach, laut ihm"),
    she: phrases("ihren angaben zufolge, nach ihren angaben, nach ihren worten, ihrer meinung nach, ihrer ansicht nach"),
  },
  lookingBack: phrases("das, dies, so, mit diesen worten, damit"),
  pronouns: { he: set("er dieser"), she: set("sie diese"), they: set("") },
  objects: { he: set("ihn"), she: set("sie") },
  former: set("früherer frühere ehemaliger ehemalige damalige damaliger"),
  speechNouns: set(
    "meinung auffassung ansicht ergebnis vorwurf forderung forderungen parole parolen sprüche aufschrift begründung worte worten rede kritik appell zitat aussage feststellung überzeugung satz hinweis",
  ),
  people: {
    he: set(
      "herr papst könig prinz kaiser bischof pfarrer vater bruder sohn mann kollege anwalt rechtsanwalt verteidiger richter staatsanwalt professor doktor prof dr general oberst major hauptmann leutnant trainer spieler torwart direktor präsident kanzler minister senator abgeordneter gouverneur botschafter sprecher chef leiter vorsitzender vorstand sekretär bürgermeister landrat rektor dekan arzt chirurg lehrer forscher wissenschaftler historiker ökonom biologe physiker autor schriftsteller schauspieler regisseur musiker journalist redakteur moderator politiker unternehmer manager gründer inhaber landwirt bauer fahrer ingenieur experte analyst aktivist zeuge augenzeuge rentner deichgraf kommissar ermittler geschäftsführer verleger",
    ),
    she: set(
      "frau königin prinzessin bischöfin pfarrerin mutter schwester tochter kollegin anwältin rechtsanwältin verteidigerin richterin staatsanwältin professorin ärztin bäuerin ermittlerin",
    ),
    either: set("vorsitzende abgeordnete beauftragte"),
  },
  peopleEndings: {
    he: /(?:minister|präsident|kanzler|sprecher|chef|leiter|meister|vorsitzender?|vorstand|sekretär|direktor|trainer|anwalt|richter|forscher|wissenschaftler|historiker|experte|politiker|ökonom|führer|kommissar|beauftragter?|botschafter|senator|bischof|manager|inhaber|gründer|redakteur|autor|pilot|kapitän|zeuge|ermittler|loge|iker|rat|abgeordneter?|kandidat|berater|inspekteur|verleger|verwalter|händler|graf|vertreter|obmann|mann)$/,
    she: /(?:ministerin|präsidentin|kanzlerin|sprecherin|chefin|leiterin|meisterin|sekretärin|direktorin|trainerin|anwältin|richterin|forscherin|wissenschaftlerin|historikerin|expertin|politikerin|ökonomin|führerin|kommissarin|botschafterin|senatorin|bischöfin|managerin|inhaberin|gründerin|redakteurin|autorin|login|ikerin|rätin|kandidatin|beraterin|zeugin|ermittlerin|vertreterin|frau|händlerin)$/,
  },
  neutralTitles: false,
  standIns: set(
    "politiker politikerin minister ministerin forscher forscherin wissenschaftler wissenschaftlerin sprecher sprecherin präsident präsidentin kanzler kanzlerin trainer trainerin experte expertin anwalt anwältin bürgermeister bürgermeisterin autor autorin historiker historikerin ökonom ökonomin arzt ärztin senator gouverneur",
  ),
  bodies: forms(
    "ministerium: ministeriums, gericht: gerichts, kommission, regierung, partei, polizei, staatsanwaltschaft, behörde, agentur, universität, bank, verband: verbands verbandes, verein: vereins, bund, stiftung, unternehmen: unternehmens, konzern: konzerns, firma, zeitung, rat, parlament: parlaments, bundestag: bundestags, bundesrat, fraktion, gewerkschaft, botschaft, amt, institut, kirche, autobauer, hersteller, nato, uno, eu, spd, cdu, csu, fdp, grünen, npd, ver.di",
  ),
  bodyEndings:
    /(?:ministerium|gericht|gerichtshof|kommission|regierung|partei|polizei|anwaltschaft|behörde|agentur|universität|bank|verband|verein|bund|stiftung|unternehmen|konzern|zeitung|werke|amt|institut|kirche|zentrale|gesellschaft|organisation|fraktion|kammer|dienst|leitung|stab|bauer|hersteller|gewerkschaft|tag)s?$/,
  bearers: set("autobauer hersteller agentur konzern firma unternehmen partei verband verein bank"),
  indefinite: set("ein eine einer eines mehrere viele einige manche"),
  definite: set("der die das dieser diese"),
  prepositions: set(
    "den dem des einen einem eines in im an am auf aus bei beim mit nach von vom zu zum zur für über unter gegen durch um vor hinter neben zwischen seit während wegen trotz ohne bis per gegenüber",
  ),
  openers: set(
    "der die das den dem des ein eine einer einem einen er sie es wir ihr ich man sein seine seiner ihre ihrer ihren unser unsere und oder aber doch sondern denn wenn als ob weil dass da dann so wie wo wer was warum nicht kein keine auch nur noch schon sehr hier dort heute gestern morgen nun jetzt zudem außerdem dabei damit darüber danach zuvor nach vor in im an am auf aus bei beim mit von vom zu zum zur für über unter gegen durch um seit während wegen trotz ohne bis laut beide alle viele einige mehrere jeder dieser diese dieses dies allerdings jedoch insgesamt bereits inzwischen mittlerweile unterdessen derweil",
  ),
  particles: ["von", "van", "de", "la", "del", "al", "bin", "da", "di"],
  givenNames: {
    he: set(
      "achim adrian albert alexander alfred andreas anton armin arne arnold artur axel benedikt benjamin bent bernd bernhard björn bodo boris bruno carl carsten christian christoph claus clemens conrad cornelius daniel david dennis detlef detlev dieter dietmar dirk dominik eckart edmund egon emil erhard erich ernst erwin eugen fabian felix ferdinand fiete florian frank franz friedrich fritz gabriel georg gerd gerhard gernot gregor guido günter günther gustav hannes hans harald hartmut heiko heiner heinrich heinz helmut hendrik henning henrik herbert hermann hinnerk holger horst hubert hugo ingo jakob jan jens joachim jochen joerg johann johannes jonas jörg josef joseph julian jürgen kai karl karsten kay klaus knut konrad konstantin kurt lars leo leon leonhard lothar ludwig lukas lutz malte manfred manuel marc marcel marco marcus mario markus martin mathias matthias max maximilian michael moritz nico niels niklas nils norbert olaf ole oliver oskar oswald otto patrick paul peer peter philipp rainer ralf ralph reiner reinhard reinhold richard robert roland rolf roman rudi rudolf rüdiger sascha sebastian siegfried sigmar simon stefan stephan sven swen theodor thilo thomas thorsten till tilo tim tobias tom torsten udo ulf uli ulrich uwe valentin viktor volker walter werner wilfried wilhelm willi wolf wolfgang barack george john michael joe donald wladimir tony jacques nicolas silvio kofi dominique condoleezza hugo mahmud ariel jassir evo fidel saddam osama ban",
    ),
    she: set(
      "agnes alexandra alice amelie andrea angela angelika anja anke anna anne annegret annette antje astrid barbara beate bettina bianca birgit birte brigitte britta carina carla carola caroline charlotte christa christel christiane christina christine claudia cornelia dagmar daniela diana doris dorothea edith elena elfriede elisabeth elke ella ellen elvira emma erika esther eva evelyn franziska friederike gabi gabriele gerda gisela gudrun hanna hannah hannelore heide heidemarie heidi heike helen helene helga henriette hilde ida ilona ilse imke ines inge ingrid inka irene iris irmgard isabel jana janina jasmin jennifer jessica johanna judith julia juliane jutta karin karla karoline katarina katharina kathrin katja katrin kerstin kirsten klara kristina lara laura lea lena leonie lina linda lisa liselotte lotte luise magdalena maike manuela mareike margarete margot maria marianne marie marina marion marlene martha martina mechthild meike melanie michaela miriam mona monika nadine nadja natalie nicole nina nora olga paula petra regina regine renate rita rosemarie ruth sabine sabrina sandra sara sarah saskia sigrid silke silvia simone sina sofia sonja sophie stefanie stephanie susanne svenja sybille sylvia tanja tatjana tessa theresa thea tina ulla ulrike ursula ute vanessa vera verena veronika wiebke yvonne hillary condoleezza",
    ),
  },
  relays: phrases(
    "im interview mit, in einem interview mit, im gespräch mit, gegenüber dem, gegenüber der, gegenüber, im interview mit dem, im interview mit der, in der, dem, der, zitierte ihn die agentur, zitierte sie die agentur, zitierte ihn, zitierte sie, im",
  ),
  outlets: set(
    "zeitung agentur nachrichtenagentur sender radiosender fernsehsender magazin nachrichtenmagazin wochenzeitung tageszeitung blatt portal",
  ),
  dash: "none",
  commaCue: false,
  reported: set(
    "sei seien sein habe hätte hätten werde würde würden könne könnten solle sollten müsse müssten wolle wollten dürfe dürften gebe gäbe komme käme stehe gehe bleibe wäre wären handele",
  ),
  capitalNouns: true,
  dropsSubject: false,
};
