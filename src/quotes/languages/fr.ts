import { forms, type Grammar, phrases, set } from "./grammar.ts";

export const fr: Grammar = {
  code: "fr",
  verbs: set(
    "dit disent disait disaient déclaré déclare déclarent déclarait déclara affirmé affirme affirment affirmait expliqué explique expliquent expliquait ajouté ajoute ajoutent ajoutait souligné souligne soulignent soulignait estimé estime estiment estimait assuré assure assurent assurait indiqué indique indiquent indiquait écrit écrivent écrivait raconté raconte racontent racontait répondu répond répondent répondait précisé précise précisent précisait lancé lance lancent lançait confié confie confient confiait rappelé rappelle rappellent annoncé annonce annoncent dénoncé dénonce dénoncent insisté insiste insistent résumé résume résument conclu conclut concluent reconnu reconnaît reconnaissent admis admet admettent prévenu prévient préviennent averti avertit avertissent promis promet promettent commenté commente commentent regretté regrette regrettent déploré déplore déplorent témoigné témoigne témoignent soupiré soupire soupirent souri sourit ironisé ironise ironisent rétorqué rétorque rétorquent répliqué réplique répliquent plaidé plaide plaident soutenu soutient soutiennent jugé juge jugent critiqué critique critiquent martelé martèle martèlent tonné tonne tweeté tweete publié publie demandé demande demandent interrogé interroge interrogent murmuré murmure soufflé souffle soufflent crié crie crient poursuivi poursuit poursuivent reconnaissait constaté constate constatent observé observe observent noté note notent remarqué remarque détaillé détaille argumenté argumente justifié justifie nuancé nuance tempéré tempère tranché tranche résume fait confirmé confirme confirment démenti dément démentent révélé révèle révèlent avoué avoue avouent plaisanté plaisante plaisantent pointé pointe pointent salué salue saluent félicité félicite alerté alerte alertent exhorté exhorte réagi réagit réagissent considéré considère considèrent évoqué évoque évoquent signalé signale avancé avance prédit prédisent clamé clame fustigé fustige appelé appelle parlé parle parlent",
  ),
  naming: set(
    "qualifié qualifie qualifient juge jugé jugent parle parlé parlent évoque évoqué décrit décrivent considère considéré pointe pointé dénonce dénoncé",
  ),
  between: set(
    "a ont avait avaient est aurait s'est n'a m'a nous aussi encore alors ensuite également notamment ainsi plus tard déjà enfin toutefois pourtant lui elle-même lui-même se été savoir de que d'un d'une il elle on",
  ),
  sourceCues: phrases(
    "selon, d'après, d’après, aux yeux de, aux yeux du, aux yeux de la, aux yeux des, de l'avis de, de l’avis de, de l'aveu de, pour",
  ),
  documents: phrases(""),
  postpositions: set(""),
  pronounCues: {
    he: phrases("selon lui, d'après lui, d’après lui, à ses yeux, pour lui"),
    she: phrases("selon elle, d'après elle, d’après elle, pour elle"),
  },
  lookingBack: phrases("ainsi, c'est ainsi que, c'est ce que, c’est ce que, c'est, voilà comment, c’est ainsi que"),
  pronouns: { he: set("il celui-ci"), she: set("elle celle-ci"), they: set("ils elles") },
  objects: { he: set("l'"), she: set("l'") },
  former: set("ancien ancienne ex"),
  speechNouns: set("mots termes phrase slogan conclusion avis déclaration propos formule"),
  people: {
    he: set(
      "m monsieur président ministre premier député maire porte-parole directeur ambassadeur sénateur chancelier gouverneur secrétaire analyste économiste historien sociologue politologue avocat me procureur enquêteur juge officier général colonel commandant capitaine lieutenant commissaire entraîneur joueur gardien acteur réalisateur écrivain peintre chercheur scientifique physicien chimiste biologiste météorologue médecin docteur chirurgien professeur recteur doyen évêque prêtre pape roi prince agriculteur chauffeur ingénieur pompier policier militant bénévole entrepreneur patron fondateur propriétaire responsable chef adjoint conseiller représentant leader candidat éditorialiste journaliste rédacteur animateur producteur chanteur musicien témoin plaignant retraité syndicaliste armateur greffier préfet élu frère père fils collègue rival contrôleur",
    ),
    she: set(
      "mme madame mlle présidente ministre première députée mairesse directrice ambassadrice sénatrice chancelière gouverneure secrétaire historienne avocate procureure enquêtrice juge officière générale colonelle commandante capitaine commissaire entraîneuse joueuse gardienne actrice réalisatrice écrivaine peintre chercheuse scientifique physicienne chimiste biologiste météorologue médecin docteure chirurgienne professeure rectrice doyenne évêque agricultrice ingénieure pompière policière militante bénévole entrepreneuse patronne fondatrice propriétaire responsable cheffe adjointe conseillère représentante candidate éditorialiste journaliste rédactrice animatrice productrice chanteuse musicienne plaignante retraitée syndicaliste préfète élue reine princesse sœur mère fille collègue rivale",
    ),
    either: set(
      "ministre maire porte-parole secrétaire analyste économiste sociologue politologue juge scientifique chimiste biologiste météorologue médecin peintre propriétaire responsable éditorialiste journaliste syndicaliste collègue capitaine commissaire me",
    ),
  },
  neutralTitles: false,
  standIns: set(
    "ministre député députée sénateur sénatrice maire président présidente directeur directrice porte-parole chercheur chercheuse scientifique historien historienne économiste avocat avocate médecin élu élue responsable syndicaliste entraîneur entraîneuse journaliste diplomate politique",
  ),
  bodies: forms(
    "ministère, cour, tribunal, préfecture, police, gendarmerie, commission, comité, conseil, gouvernement, parti, agence, université, banque, entreprise, société, groupe, syndicat, association, fondation, fédération, parlement, assemblée, sénat, mairie, élysée, parquet, constructeur, fabricant, institut, club, hôpital, ambassade, journal, onu, otan, ue",
  ),
  bearers: set("association organisation fondation collectif constructeur fabricant entreprise société groupe agence"),
  indefinite: set("un une des plusieurs certains certaines quelques d'autres source sources"),
  definite: set("le la l' les l ce cet cette"),
  prepositions: set(
    "de du des d' à au aux en dans sur sous par pour avec sans chez vers contre entre avant après depuis pendant devant derrière lors",
  ),
  openers: set(
    "le la les l' un une des du de d' ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes il elle ils elles on nous vous je et ou mais donc or ni car si quand lorsque comme que qui où dont ne pas plus aussi ainsi alors puis ensuite enfin hier aujourd'hui demain lundi mardi mercredi jeudi vendredi samedi dimanche en dans sur sous par pour avec sans chez vers contre entre avant après depuis pendant selon d'après aux au à tout toute tous toutes chaque aucun aucune même interrogé interrogée contacté contactée",
  ),
  particles: ["de", "du", "des", "la", "le", "van", "von", "der", "el", "al", "bin", "da", "di"],
  givenNames: {
    he: set(
      "adrien alain albert alexandre alexis alphonse andré antoine armand arnaud arthur aurélien baptiste basile benjamin benoît bernard bertrand bruno cédric charles christian christophe claude clément cyril damien daniel david denis didier dominique édouard emmanuel éric étienne eugène fabien fabrice félix fernand florent florian françois franck frédéric gabriel gaël gaspard gaston georges gérard ghislain gilbert gilles grégoire grégory guillaume gustave guy henri hervé hubert hugo hugues jacques jean jean-baptiste jean-charles jean-claude jean-françois jean-jacques jean-louis jean-luc jean-marc jean-marie jean-michel jean-paul jean-philippe jean-pierre jean-yves jérémie jérémy jérôme joël joseph jules julien karim kévin laurent léo léon lionel loïc louis luc lucas lucien marc marcel martin mathieu matthieu maurice maxime michel mohamed nicolas noël olivier pascal patrice patrick paul philippe pierre raphaël raymond régis rémi rené richard robert rodolphe roger roland romain samuel sébastien serge simon stéphane sylvain théo théodore thibault thierry thomas tobias tristan valentin victor vincent xavier yann yannick yves jonathan john michael donald joe",
    ),
    she: set(
      "adèle agathe agnès aline alice amandine amélie anaïs andrée angélique anne anne-marie anne-sophie annick annie arlette aude audrey aurélie aurore béatrice bénédicte bernadette brigitte camille carole caroline catherine cécile céline chantal charlotte christelle christiane christine claire clara clarisse claudine clémence colette coralie corinne danielle delphine denise diane édith élisabeth élise élodie éloïse emma émilie estelle ève évelyne fabienne fanny florence france françoise gabrielle geneviève germaine ginette gisèle hélène henriette inès irène isabelle jacqueline jeanne jeannine jocelyne joëlle josiane judith julie juliette justine karine laetitia laure laurence léa léna liliane lise louise lucie lucienne madeleine manon margaux marguerite marianne marie marie-christine marie-claude marie-france marie-hélène marie-pierre marion marine marthe martine mathilde maud michèle mireille monique muriel nadia nadine nathalie nicole noémie océane odette odile olivia pascale patricia paule pauline pierrette raymonde régine renée rosalie rose sabine sandrine sarah ségolène simone solange solène sonia sophie stéphanie suzanne sylvie tessa thérèse valérie vanessa véronique virginie viviane yolande yvette yvonne zoé",
    ),
  },
  relays: phrases(
    "dans un entretien au, dans un entretien à, dans un entretien accordé au, dans un entretien accordé à, dans une interview au, dans une interview à, au micro de, au micro du, sur l'antenne de, cité par l'agence, citée par l'agence, cité par, citée par, interrogé par, interrogée par, a déclaré à, a dit à, a confié à, a confié au, a déclaré au, a-t-il déclaré à, a-t-elle déclaré à, auprès de, auprès du, sur",
  ),
  outlets: set("l'agence agence quotidien journal chaîne radio magazine hebdomadaire site l'hebdomadaire"),
  dash: "line",
  commaCue: true,
  capitalNouns: false,
  dropsSubject: false,
};
