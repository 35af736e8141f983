import { forms, type Grammar, phrases, set } from "./grammar.ts";

export const nb: Grammar = {
  code: "nb",
  verbs: set(
    "konkluderer konkluderte presenterer erklærte sier sa sagt forteller fortalte fortalt mener mente ment skriver skrev skrevet legger la lagt understreker understreket understreka påpeker påpekte påpekt forklarer forklarte forklart uttaler uttalte uttalt svarer svarte svart hevder hevdet hevda opplyser opplyste opplyst melder meldte meldt advarer advarte advart innrømmer innrømmet innrømma kommenterer kommenterte kommentert spør spurte spurt lover lovet lova lovte konstaterer konstaterte konstatert utdyper utdypet fastslår fastslo bekrefter bekreftet avviser avviste avkrefter avkreftet presiserer presiserte tilføyer tilføyde fortsetter fortsatte oppsummerer oppsummerte minner minnet erkjenner erkjente beklager beklaget klager klaget roser roste kritiserer kritiserte krever krevde varsler varslet kunngjør kunngjorde erklærer erklærte gjentar gjentok roper ropte hvisker hvisket ler lo smiler smilte spøker spøkte fleiper fleipet humrer humret sukker sukket beskriver beskrev oppfordrer oppfordret ber ba håper håpet frykter fryktet tror trodde antar antok vurderer vurderte vitner vitnet rapporterer rapporterte siterer siterte twitrer tvitret poengterer poengterte argumenterer argumenterte fastholder fastholdt forsikrer forsikret garanterer garanterte råder rådet raser raste langer langet slår slo jubler jublet takker takket gratulerer gratulerte avslører avslørte anslår anslo spår spådde heter het lyder lød heiter seier fortel skriv meiner medgir medga medgitt fnyser fnøs freser freste brøler brølte skryter skrøt gråter gråt ramser ramset poengtera peker pekte pekt uttrykker uttrykte refser refset hyller hyllet reagerer reagerte repliserer repliserte kontrer kontret utbryter utbrøt bemerker bemerket anfører anførte supplerer supplerte tordner tordnet undrer undret lurer lurte spekulerer mimrer mimret minnes mintes betror betrodde avslutter avsluttet innleder anbefaler anbefalte foreslår foreslo etterlyser etterlyste beroliger beroliget gliser gliste flirer flirte stønner stønnet nikker nikket applauderer fordømmer fordømte tilstår tilsto tilbakeviser tilbakeviste nekter nektet ironiserer sukka jubla smilet smilende",
  ),
  particleOf: new Map([
    ["slår", "fast"],
    ["slo", "fast"],
  ]),
  naming: set(
    "kaller kalte kalt omtaler omtalte omtalt beskriver beskrev beskrevet betegner betegnet betegna snakker snakket karakteriserer karakteriserte stempler stemplet roser roste hyllet hyller fordømmer fordømte beskrives karakteriseres",
  ),
  between: set(
    "har hadde ble blir også så da senere videre men bare nå igjen allerede dessuten imidlertid likevel selv torsdag fredag mandag tirsdag onsdag lørdag søndag det ikke",
  ),
  sourceCues: phrases("ifølge, i følge, etter"),
  documents: phrases("rapporten fra, i rapporten fra, i en rapport fra, i en uttalelse fra"),
  postpositions: set(""),
  pronounCues: {
    he: phrases("ifølge ham, etter hans mening, etter hans syn"),
    she: phrases("ifølge henne, etter hennes mening, etter hennes syn"),
  },
  lookingBack: phrases("slik, det, dette, med disse ordene"),
  pronouns: {
    he: set("han"),
    she: set("hun ho"),
    they: set("de"),
  },
  objects: { he: set("ham"), she: set("henne") },
  former: set("tidligere"),
  thats: set("at"),
  speechNouns: set("ord ordene setning uttalelse slagord påskrift påstand konklusjon mening formulering"),
  people: {
    he: set(
      "herr statsminister minister ordfører varaordfører fylkesmann statsforvalter direktør leder nestleder talsmann talsperson professor doktor dommer general president visepresident statsråd representant stortingsrepresentant sjef politimester politiinspektør lensmann oberst major kaptein løytnant trener spiller keeper skuespiller regissør forfatter kunstner forsker vitenskapsmann historiker økonom biolog meteorolog fysiker kjemiker lege kirurg lærer rektor dekan biskop prest imam bonde sjåfør ingeniør brannsjef brannmann politimann aktivist frivillig gründer eier daglig administrerende rådgiver statssekretær analytiker sjeføkonom kandidat kommentator journalist redaktør programleder produsent sanger musiker vitne øyenvitne øyenvitnet pensjonist tillitsvalgt advokat forsvarer aktor politiadvokat etterforsker innsatsleder ambassadør diplomat byrådsleder byråd fylkesordfører kommunedirektør rådmann konge prins bror far sønn kollega kollegaen nabo verdensmester rederisjef havnesjef toppsjef konsernsjef elev student fan rapper snekker rørlegger elektriker kokk baker gartner skogbruker fisker reindriftssame sykepleier hjelpepleier psykolog sosiolog teolog filosof arkeolog geolog astronom hydrolog klimaforsker virolog botaniker komponist dirigent kurator arkitekt designer fotograf alpinist langrennsløper skiløper skihopper skiskytter syklist svømmer spiss midtstopper målvakt lagkaptein landslagstrener trenerkollega inspektør eiendomsmegler huseier beboer passasjer turist kunde butikkeier hotelleier restaurantsjef apoteker veterinær tannlege skipper styreleder hovedtillitsvalgt oppdretter sauebonde gårdbruker prosjektleder operasjonsleder skadestedsleder fungerende seniorrådgiver fagdirektør generalsekretær samfunnsdebattant stortingspolitiker seksjonsleder avdelingsleder ektemann barnebarn bestefar onkel fetter nevø venn kjæreste samboer",
    ),
    she: set(
      "fru frøken talskvinne dronning prinsesse søster mor datter skuespillerinne sangerinne kone bestemor tante kusine niese venninne",
    ),
    either: set("statsminister minister"),
  },
  peopleEndings: {
    he: /(?:minister|ministeren|sjef|sjefen|leder|lederen|direktør|direktøren|advokat|advokaten|mester|mesteren|forsker|forskeren|økonom|økonomen|ordfører|ordføreren|talsmann|professor|professoren|representant|representanten|rådgiver|sekretær|sekretæren|redaktør|redaktøren|inspektør|formann|valgt|valgte|loge|log|logen|iker|ikeren|vitnet|ansvarlig|kommandør|trener|treneren|analytiker)$/,
    she: /(?:kvinne|kvinnen|inne|innen)$/,
  },
  neutralTitles: true,
  standIns: set(
    "ministeren statsråden statsministeren ordføreren direktøren lederen forskeren professoren økonomen advokaten treneren politikeren presidenten representanten redaktøren legen historikeren eksperten talsmannen talskvinnen eleven studenten naboen sangeren artisten skuespilleren forfatteren regissøren kunstneren alpinisten skiløperen spissen keeperen målvakten kapteinen landslagssjefen sjefen biologen geologen psykologen prosjektlederen daglig bonden gründeren statssekretæren generalsekretæren forsvareren påtaleleder operasjonslederen rektoren presten biskopen pensjonisten meteorologen seniorrådgiveren kvinnen mannen vinneren mesteren løperen tennisspilleren pianisten danseren kokken bibliotekaren",
  ),
  bodies: forms(
    "departementet: departement, politiet, regjeringen, kommisjonen, partiet, byrået, universitetet, banken, selskapet, foreningen, forbundet, stiftelsen, rådet, tinget, stortinget, kommunen, fylkeskommunen, tilsynet, verket, direktoratet, kontoret, ambassaden, klubben, sykehuset, retten, tingretten, høyesterett, påtalemyndigheten, avisen, fn, nato, eu, bilprodusenten, produsenten",
  ),
  bodyEndings:
    /(?:departementet|direktoratet|tilsynet|verket|kontoret|kommisjonen|forbundet|foreningen|selskapet|partiet|banken|utvalget|rådet|retten|politiet|produsenten|etaten|vesenet|vesen)$/,
  bearers: set("organisasjonen foreningen bilprodusenten produsenten selskapet byrået konsernet"),
  indefinite: set("en ei et noen flere mange kilde kilder enkelte"),
  definite: set("den det de denne dette"),
  prepositions: set("av til i på fra med for om ved under over mot etter før mellom uten hos gjennom rundt siden blant bak langs"),
  openers: set(
    "en ei et den det de denne dette disse han hun vi dere jeg du min din sin vår deres hans hennes og eller men for så da når hvis som at om fordi ikke også bare nå her der hvor hva hvem hvorfor i på til fra med av ved under over mot etter før mellom uten hos siden ifølge samme alle noen flere mange hver ingen torsdag fredag mandag tirsdag onsdag lørdag søndag senere tidligere samtidig",
  ),
  particles: ["de", "van", "von", "der", "af", "av", "la", "al", "bin", "da", "di"],
  givenNames: {
    he: set(
      "adrian aksel alexander alf amund anders andreas are arild arne arvid asbjørn asle atle audun bent bernt birger bjarne bjørn bjørnar bård carl christian christoffer dag daniel david edvard egil einar eirik eivind elias emil endre erik erling espen even finn frank fredrik frode fritjof geir gunnar gustav halvor hans harald helge henning henrik herman håkon ivar jakob jan jarle jens joachim joakim johan johannes john jon jonas jostein jørgen kai karl karsten kenneth kjartan kjell kjetil knut kristian kristoffer kåre lars lasse leif ludvig magnus marius martin mathias mats mikael mikkel mons morten nikolai nils odd odd-arne oddvar ola olav ole oskar ottar øistein øystein øyvind paul per peder petter pål rasmus reidar roar roger roger-andre rolf ronny roy rune runar sander sebastian sigurd simen sindre sivert sondre stein steinar stian stig svein sven sverre thomas thor tobias tom tor torbjørn tore torgeir tormod torstein trond trygve tønnes ulf vegard vidar yngve karim jonathan michael donald joe erna- gjermund jesper jarl jarleif arnulf arnfinn arnt arne-johan askild bendik bernhard bertil birk bjarte bjørnulf brage brynjar dagfinn didrik ditlef edgar eilif eigil eilert einride elling elvind emanuel emrik erland ernst eskil eystein fabian felix fillip filip finn-erik fridtjof fulke gabriel gaute georg gisle gjert gorm gudbrand gudmund gunnleif guttorm haakon haldor hallgeir hallvard hallgrim hans-petter harry haavard håvard helmer henry herbjørn herleif hjalmar hogne holger hugo hågen idar iver ingar inge ingvald ingvar isak ismail jack jardar jan-erik jan-ove jo jone jonny jørn josef julian kaare kalle karstein ketil kim kolbjørn konrad kornelius kurt kyrre laurits leander leon levi linus loke lorents lucas lukas mads marcus markus mohammed ahmed ali hassan omar yusuf abdi nicolai nicolay njål noah odin oddbjørn oddgeir oddmund olai ola-magnus oliver olve orvar ove parelius patrick peder-johan philip preben ragnar randulf reinert rikard robert robin rolv rudolf salve samson samuel severin sigbjørn sigmund sigve skjalg snorre sondov steffen steinulf storm sturla svenn svein-erik sverre-johan syver sølve tallak tarjei tellef terje theodor thorbjørn thorstein tjerand torfinn torgrim torkel torleif torolf torvald tov trym tyge tøger ulrik valdemar vemund vetle viggo vidkunn viktor vilhelm vincent yngvar ørjan ørnulf åge ånund",
    ),
    she: set(
      "agnes agnete aina amalie andrea anette anita anja ann anna anne anne-lise annette aud astrid aslaug berit beate benedicte bente bergljot birgit birgitte bjørg bodil borghild britt camilla cathrine cecilie charlotte christine dagny dagrun ebba eldbjørg elin elisabeth ella ellen else emilie emma erna eva frida gerd gjertrud grete gro gry gudrun gunhild gunn gunvor guri hanne hedda hege heidi helene helga henriette hilde hildegunn ida ine inga inger ingrid ingeborg ingunn ingvild irene iselin jane janne jenny johanne jorunn julie jorid kaja kamilla kari karianne karin karoline kathrine katrine kirsten kirsti kjersti klara kristin kristine laila lene lill linda line lisbeth lise live liv lotte magnhild maja malin margrete maria marianne marie marit marita marte martine mathilde mette mia mona monica nadia nina nora oda olga pia ragnhild randi rannveig rigmor rita ruth sandra sara signe sigrid silje siri sissel sofie solfrid solveig stine sunniva susanne svanhild synne synnøve tale thea therese tine tone toril torill torunn trine trude turid tuva tove unni vibeke vigdis wenche åse åshild xenia lill-ann lillian agathe alette alexandra alma alva amanda amina andrine ane anne-britt anne-grete anne-karin anne-marie anniken antonie ariel arna arnhild asbjørg aurora bella bergliot bergny birgitta birte borgny brita caroline cassandra charlotta christin cicilie dagmar desiree ea edel edit edith eileen eir eira eirin elida eline elisabet elise eli ellinor elna elsa emily emine emmy erle ester eva-lill evelyn fanny fatima fride frøya frøydis gerda gerd-inger gina gisle gjøril gudny gunnhild gunnlaug gyda hafdis hanna hannah harriet hedvig heidrun helena helle herdis hermine hildur hjørdis idun ilse ina ingelin inger-lise inghild ingjerd ingrid-marie irja iren isabel isabella iver-anne jannike jasmin jeanette jeanne jenni jennie jofrid johanna jonette josefine julia juliane june justine jytte kaia karen karen-anne karin-marie karolina katarina katinka katja kine kitty kjellaug kjellfrid klaudia kristiane kristina lajla lara lea leah leila leni leikny lillemor lilly lina linn linnea liss lovise lucie luna lydia mai maiken maj mali maren margareta margit margunn mari mariann mariell marlene marthe mathea mathilda may may-britt merethe merete mila mille milla mimi mina miriam molly målfrid natalie nathalie nelly nikoline nova nora-marie oddbjørg oddny oddrun oline olaug olea oliva olivia othilie petra pernille petrine rachel ragna rakel ramona rebecca rebekka regine renate rikke rina ronja rose rosa ruth-anne sanna sarah selma serine sigrun sigurlaug silja silvia sina sine snefrid sofia sonja stella stina sunna susann svanlaug sylvi synneva tara teresa thelma theresa tilda tilde tina tiril tjorve tomine tonette tonje tora torbjørg tordis torgunn torhild tora-lill toini trudy tuula ulla ulrikke una unn valborg vanja vera victoria vibecke viktoria vilde vilja vilma viviann ylva yvonne zara åsne åsta ågot",
    ),
  },
  relays: phrases("i et intervju med, i intervju med, i en samtale med, til, ifølge nyhetsbyrået, ifølge, i en e-post til, på, i"),
  outlets: set("avisen avisa nyhetsbyrået byrået nettavisen kanalen radioen tv-kanalen magasinet"),
  dash: "sentence",
  commaCue: true,
  capitalNouns: false,
  dropsSubject: false,
};
