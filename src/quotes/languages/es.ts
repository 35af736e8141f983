import { forms, type Grammar, phrases, set } from "./grammar.ts";

export const es: Grammar = {
  code: "es",
  verbs: set(
    "dijo dice dijeron dicen decía dicho diciendo afirmó afirma afirmaron afirman afirmado aseguró asegura aseguraron aseguran asegurado explicó explica explicaron explican explicado explicaba añadió añade añadieron añaden añadido señaló señala señalaron señalan señalado declaró declara declararon declaran declarado indicó indica indicaron indican indicado manifestó manifiesta manifestaron manifestado subrayó subraya subrayaron subrayado destacó destaca destacaron destacan destacado comentó comenta comentaron comentan comentado contó cuenta contaron cuentan contado escribió escribe escribieron escriben escrito respondió responde respondieron responden respondido preguntó pregunta preguntaron preguntado advirtió advierte advirtieron advierten advertido recordó recuerda recordaron recuerdan recordado insistió insiste insistieron insisten insistido reconoció reconoce reconocieron reconocen reconocido admitió admite admitieron admiten admitido prometió promete prometieron prometido lamentó lamenta lamentaron lamentan lamentado denunció denuncia denunciaron denuncian denunciado criticó critica criticaron critican criticado resumió resume resumieron resumido concluyó concluye concluyeron concluido anunció anuncia anunciaron anuncian anunciado informó informa informaron informan informado precisó precisa precisaron precisan precisado matizó matiza matizado alegó alega alegaron alegado sostuvo sostiene sostuvieron sostienen sostenido replicó replica replicaron replicado zanjó zanja ironizó ironiza bromeó bromea bromean relató relata relataron relatan relatado agregó agrega agregaron agregan agregado expresó expresa expresaron expresado detalló detalla detallaron detallado confesó confiesa confesado reveló revela revelaron revelado confirmó confirma confirmaron confirmado negó niega negaron negado desmintió desmiente opinó opina opinan opinado consideró considera consideraron consideran considerado argumentó argumenta argumentado defendió defiende defendido reiteró reitera reiterado remarcó remarca apuntó apunta apuntado apostilló apostilla exclamó exclama gritó grita susurró susurra murmuró murmura pidió pide pidieron pedido reclamó reclama exigió exige exigieron instó insta alertó alerta alertaron celebró celebra agradeció agradece sentenció sentencia tuiteó tuitea publicó publica publicado reaccionó reacciona prosiguió prosigue continuó continúa señalaba pronosticó pronostica vaticinó censuró censura habló habla hablaron hablan hablado calificó califica calificaron",
  ),
  naming: set(
    "calificó califica calificaron considera consideró habló habla hablan hablaron describió describe describieron tildó tilda llamó llama criticó critica",
  ),
  between: set(
    "ha han había habían se le les lo también ya además después luego entonces más tarde ayer hoy de que este esta por su parte asimismo incluso así",
  ),
  sourceCues: phrases(
    "según, de acuerdo con, de acuerdo al, a juicio de, a juicio del, en opinión de, en opinión del, en palabras de, en palabras del, para",
  ),
  documents: phrases("el informe de, el informe del, en su informe"),
  postpositions: set(""),
  pronounCues: { he: phrases("según él, a su juicio, en su opinión, para él"), she: phrases("según ella, para ella") },
  lookingBack: phrases("así, así lo, de este modo, con estas palabras, eso, esto"),
  pronouns: { he: set("él este éste"), she: set("ella esta ésta"), they: set("ellos ellas") },
  objects: { he: set("lo"), she: set("la") },
  former: set("antiguo antigua exministro"),
  speechNouns: set("palabras frase lema conclusión opinión declaración expresión consigna"),
  people: {
    he: set(
      "sr señor don presidente ministro exministro primer diputado alcalde portavoz director embajador senador canciller gobernador secretario analista economista historiador sociólogo politólogo abogado letrado defensor fiscal investigador juez magistrado oficial general coronel comandante capitán teniente sargento comisario entrenador jugador portero actor escritor pintor científico físico químico biólogo meteorólogo médico doctor cirujano profesor rector decano obispo sacerdote papa rey príncipe agricultor conductor chófer ingeniero bombero policía activista voluntario empresario patrón fundador propietario responsable jefe adjunto consejero asesor representante líder candidato columnista periodista redactor presentador productor cantante músico testigo demandante jubilado sindicalista naviero concejal vecino hermano padre hijo colega rival",
    ),
    she: set(
      "sra señora doña presidenta ministra exministra primera diputada alcaldesa portavoz directora embajadora senadora gobernadora secretaria historiadora socióloga politóloga abogada letrada defensora fiscal investigadora jueza magistrada oficial generala coronela comandante capitana teniente comisaria entrenadora jugadora portera actriz escritora pintora científica física química bióloga meteoróloga médica doctora cirujana profesora rectora decana agricultora conductora ingeniera bombera activista voluntaria empresaria patrona fundadora propietaria responsable jefa adjunta consejera asesora representante líder candidata columnista periodista redactora presentadora productora testigo demandante jubilada sindicalista naviera concejala vecina reina princesa hermana madre hija colega rival",
    ),
    either: set(
      "portavoz fiscal economista analista testigo responsable sindicalista periodista activista líder representante columnista colega rival juez canciller teniente comandante",
    ),
  },
  neutralTitles: false,
  standIns: set(
    "ministro ministra diputado diputada senador senadora alcalde alcaldesa presidente presidenta director directora portavoz investigador investigadora científico científica historiador historiadora economista abogado abogada letrado letrada médico médica dirigente político política entrenador entrenadora periodista mandatario mandataria",
  ),
  bodies: forms(
    "ministerio, tribunal, corte, policía, fiscalía, comisión, comité, consejo, gobierno, partido, agencia, universidad, banco, empresa, compañía, grupo, sindicato, asociación, fundación, federación, parlamento, congreso, senado, ayuntamiento, fabricante, instituto, club, hospital, embajada, diario, onu, otan, ue",
  ),
  bearers: set("asociación organización fundación plataforma fabricante empresa compañía grupo agencia"),
  indefinite: set("un una unos unas varios varias algunos algunas fuente fuentes otro otra"),
  definite: set("el la los las este esta"),
  prepositions: set("de del a al en con por para sin sobre bajo entre hasta desde hacia contra ante tras según durante mediante"),
  openers: set(
    "el la los las un una unos unas este esta estos estas ese esa su sus nuestro nuestra mi tu él ella ellos ellas yo nosotros y o pero sino ni si cuando como que quien donde no sí también así entonces luego después ayer hoy mañana lunes martes miércoles jueves viernes sábado domingo de del a al en con por para sin sobre bajo entre hasta desde hacia contra ante tras según durante todo toda todos todas cada ningún ninguna lo se ya más hay preguntado preguntada nada una",
  ),
  particles: ["de", "del", "la", "las", "los", "y", "van", "von", "der", "el", "al", "bin", "da", "di"],
  givenNames: {
    he: set(
      "abel adolfo adrián agustín alberto alejandro alejo alfonso alfredo álvaro andrés ángel antonio armando arnau arturo augusto benito benjamín bernardo bruno carlos césar ciro claudio cristian cristóbal damián daniel david diego domingo edgar eduardo emilio enrique ernesto esteban eugenio fabián federico felipe félix fermín fernando francisco gabriel gerardo germán gonzalo gregorio guillermo gustavo héctor hernán hugo ignacio íñigo isaac ismael iván jaime javier jesús joan joaquín jordi jorge josé juan julián julio karim lázaro leonardo leopoldo lorenzo lucas luis manuel marcelo marcos mariano mario martín mateo matías mauricio maximiliano miguel moisés nicolás óscar pablo pascual patricio pedro rafael ramiro ramón raúl ricardo roberto rodolfo rodrigo rogelio román rubén salvador samuel santiago sebastián sergio simón teodoro tobías tomás valentín vicente víctor jonathan john michael donald joe",
    ),
    she: set(
      "adela adriana ágata aída aitana alba alejandra alicia almudena amalia amanda amelia amparo ana andrea ángela ángeles antonia araceli aurora beatriz begoña belén bárbara berta blanca camila carla carlota carmen carolina catalina cecilia celia clara claudia concepción consuelo cristina daniela diana dolores elena elisa eloísa elsa elvira emilia emma encarnación esperanza ester esther estrella eugenia eva fátima fernanda florencia francisca gabriela gloria guadalupe inés inmaculada irene isabel jimena josefa josefina juana julia julieta laura leonor leticia lidia lola lorena lourdes lucía luisa luz magdalena manuela marcela margarita maría marina marisol marta martina mercedes milagros mónica montserrat nadia natalia nerea noelia nuria olga olivia paloma patricia paula pilar raquel rebeca remedios rita rocío rosa rosario sandra sara silvia sofía soledad sonia susana teresa trinidad valentina valeria vanesa verónica vicenta victoria virginia yolanda",
    ),
  },
  relays: phrases(
    "en una entrevista con, en una entrevista a, en entrevista con, en declaraciones a, citado por la agencia, citada por la agencia, citado por, citada por, dijo a, dijo al, declaró a, declaró al, contó a, contó al, explicó a, explicó al, en conversación con, en",
  ),
  outlets: set("agencia diario periódico cadena radio revista canal semanario emisora portal"),
  dash: "line",
  commaCue: false,
  capitalNouns: false,
  dropsSubject: true,
};
