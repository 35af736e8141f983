import { forms, type Grammar, phrases, set } from "./grammar.ts";

export const fr: Grammar = {
  code: "fr",
  verbs: set(
    "dit disent disait disaient déclaré déclare déclarent déclarait déclara affirmé affirme affirment affirmait expliqué explique expliquent expliquait ajouté ajoute ajoutent ajoutait souligné souligne soulignent soulignait estimé estime estiment estimait assuré assure assurent assurait indiqué indique indiquent indiquait écrit écrivent écrivait raconté raconte racontent racontait répondu répond répondent répondait précisé précise précisent précisait lancé lance lancent lançait confié confie confient confiait rappelé rappelle rappellent annoncé annonce annoncent dénoncé dénonce dénoncent insisté insiste insistent résumé résume résument conclu conclut concluent reconnu reconnaît reconnaissent admis admet admettent prévenu prévient préviennent averti avertit avertissent promis promet promettent commenté commente commentent regretté regrette regrettent déploré déplore déplorent témoigné témoigne témoignent soupiré soupire soupirent souri sourit ironisé ironise ironisent rétorqué rétorque rétorquent répliqué réplique répliquent plaidé plaide plaident soutenu soutient soutiennent jugé juge jugent critiqué critique critiquent martelé martèle martèlent tonné tonne tweeté tweete publié publie demandé demande demandent interrogé interroge interrogent murmuré murmure soufflé souffle soufflent crié crie crient poursuivi poursuit poursuivent reconnaissait constaté constate constatent observé observe observent noté note notent remarqué remarque détaillé détaille argumenté argumente justifié justifie nuancé nuance tempéré tempère tranché tranche résume fait confirmé confirme confirment démenti dément démentent révélé révèle révèlent avoué avoue avouent plaisanté plaisante plaisantent pointé pointe pointent salué salue saluent félicité félicite alerté alerte alertent exhorté exhorte réagi réagit réagissent considéré considère considèrent évoqué évoque évoquent signalé signale avancé avance prédit prédisent clamé clame fustigé fustige appelé appelle parlé parle parlent indigne indigné indignent invoque invoqué invoquent peste pestent pesté grince grincé raille raillé balaie balayé lâche lâché glisse glissé rigole amuse amusé emporte emporté inquiète inquiété inquiètent étonne étonné agace agacé insurge insurgé insurgent réjouit réjoui désole désolé souvient souvenu renchérit renchéri enchaîne enchaîné abonde acquiesce objecte objecté rassure rassuré jure juré supplie supplié implore imploré hurle hurlé scande scandé scandent chuchote chuchoté bredouille balbutie sanglote pleure assène asséné décrypte décrypté analyse analysé analysent pronostique pronostiqué espère espéré espèrent redoute redouté redoutent craint craignent prône prôné réclame réclamé réclament exige exigé exigent interpelle interpellé accuse accusé accusent riposte riposté excuse excusé remercie remercié pense pensent croit dévoile dévoilé concède concédé concèdent relativise relativisé tacle taclé cingle cinglé rectifie rectifié raisonne plaidait tempérait réagissait répliquait soufflait murmurait concluait résumait commentait lançaient tonnait pestait s'exclame exclame exclamé vante vanté vantent invite invité défend défendu défendent décrivait raconta répondit dit-il ajouta expliqua affirma murmura s'écria écria écrie tranchait ironisait recommande recommandé conseille conseillé propose proposé proposent suggère suggéré revendique revendiqué proclame proclamé dénonçait martelait rappelait rappelaient préconise",
  ),
  naming: set(
    "qualifié qualifie qualifient juge jugé jugent parle parlé parlent évoque évoqué décrit décrivent considère considéré pointe pointé dénonce dénoncé salue salué saluent vante vanté loue loué fustige fustigé déplore regrette promet redoute réclame invoque invoqué qualifiait qualifiant décrivant dénonçant surnomme",
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
  pronouns: {
    he: set("il celui-ci"),
    she: set("elle celle-ci"),
    they: set("ils elles"),
  },
  objects: { he: set("l'"), she: set("l'") },
  former: set("ancien ancienne ex"),
  thats: set("que qu'"),
  speechNouns: set("mots termes phrase slogan conclusion avis déclaration propos formule"),
  people: {
    he: set(
      "m monsieur président ministre premier député maire porte-parole directeur ambassadeur sénateur chancelier gouverneur secrétaire analyste économiste historien sociologue politologue avocat me procureur enquêteur juge officier général colonel commandant capitaine lieutenant commissaire entraîneur joueur gardien acteur réalisateur écrivain peintre chercheur scientifique physicien chimiste biologiste météorologue médecin docteur chirurgien professeur recteur doyen évêque prêtre pape roi prince agriculteur chauffeur ingénieur pompier policier militant bénévole entrepreneur patron fondateur propriétaire responsable chef adjoint conseiller représentant leader candidat éditorialiste journaliste rédacteur animateur producteur chanteur musicien témoin plaignant retraité syndicaliste armateur greffier préfet élu frère père fils collègue rival contrôleur maître photographe dramaturge danseur comédien humoriste viticulteur vigneron berger éleveur boulanger restaurateur hôtelier libraire infirmier pharmacien vétérinaire architecte géologue hydrologue climatologue archéologue psychologue philosophe sélectionneur arbitre cycliste rugbyman footballeur nageur pilote ailier étudiant lycéen habitant riverain voisin passager touriste client commerçant artisan ouvrier salarié proviseur principal instituteur démographe virologue astronome bâtonnier substitut gendarme maraîcher apiculteur pêcheur marin skipper navigateur prévenu accusé délégué homme mari époux petit-fils grand-père oncle cousin neveu ami compagnon habitué",
    ),
    she: set(
      "mme madame mlle présidente ministre première députée mairesse directrice ambassadrice sénatrice chancelière gouverneure secrétaire historienne avocate procureure enquêtrice juge officière générale colonelle commandante capitaine commissaire entraîneuse joueuse gardienne actrice réalisatrice écrivaine peintre chercheuse scientifique physicienne chimiste biologiste météorologue médecin docteure chirurgienne professeure rectrice doyenne évêque agricultrice ingénieure pompière policière militante bénévole entrepreneuse patronne fondatrice propriétaire responsable cheffe adjointe conseillère représentante candidate éditorialiste journaliste rédactrice animatrice productrice chanteuse musicienne plaignante retraitée syndicaliste préfète élue reine princesse sœur mère fille collègue rivale maître photographe dramaturge danseuse comédienne humoriste viticultrice vigneronne bergère éleveuse boulangère restauratrice hôtelière libraire infirmière pharmacienne vétérinaire architecte géologue hydrologue climatologue archéologue sociologue psychologue philosophe sélectionneuse cycliste footballeuse nageuse étudiante lycéenne habitante riveraine voisine passagère touriste cliente commerçante artisane ouvrière salariée proviseure principale institutrice virologue astronome gendarme apicultrice skippeuse navigatrice prévenue accusée déléguée romancière femme épouse petite-fille grand-mère tante cousine nièce amie compagne habituée",
    ),
    either: set(
      "ministre maire porte-parole secrétaire analyste économiste sociologue politologue juge scientifique chimiste biologiste météorologue médecin peintre propriétaire responsable éditorialiste journaliste syndicaliste collègue capitaine commissaire me photographe dramaturge humoriste libraire vétérinaire architecte géologue hydrologue climatologue archéologue psychologue philosophe cycliste gendarme virologue astronome touriste maître",
    ),
  },
  neutralTitles: false,
  standIns: set(
    "ministre député députée sénateur sénatrice maire président présidente directeur directrice porte-parole chercheur chercheuse scientifique historien historienne économiste avocat avocate médecin élu élue responsable syndicaliste entraîneur entraîneuse journaliste diplomate politique comédien comédienne acteur actrice chanteur chanteuse artiste romancier romancière écrivain écrivaine réalisateur réalisatrice biologiste physicien physicienne étudiant étudiante agriculteur agricultrice éleveur éleveuse capitaine joueur joueuse préfet préfète procureur procureure premier édile patron patronne dirigeant dirigeante parlementaire breton femme homme",
  ),
  agents: {
    he: /^[a-zà-ÿ]{2,}(?:eur|teur|ien|ier|ois|ais|ain|ant|éen)$/,
    she: /^[a-zà-ÿ]{2,}(?:euse|trice|ienne|ière|oise|aise|aine|ante|éenne|énaire|aire|iste)$/,
  },
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
      "adrien alain albert alexandre alexis alphonse andré antoine armand arnaud arthur aurélien baptiste basile benjamin benoît bernard bertrand bruno cédric charles christian christophe claude clément cyril damien daniel david denis didier dominique édouard emmanuel éric étienne eugène fabien fabrice félix fernand florent florian françois franck frédéric gabriel gaël gaspard gaston georges gérard ghislain gilbert gilles grégoire grégory guillaume gustave guy henri hervé hubert hugo hugues jacques jean jean-baptiste jean-charles jean-claude jean-françois jean-jacques jean-louis jean-luc jean-marc jean-marie jean-michel jean-paul jean-philippe jean-pierre jean-yves jérémie jérémy jérôme joël joseph jules julien karim kévin laurent léo léon lionel loïc louis luc lucas lucien marc marcel martin mathieu matthieu maurice maxime michel mohamed nicolas noël olivier pascal patrice patrick paul philippe pierre raphaël raymond régis rémi rené richard robert rodolphe roger roland romain samuel sébastien serge simon stéphane sylvain théo théodore thibault thierry thomas tobias tristan valentin victor vincent xavier yann yannick yves jonathan john michael donald joe bastien yvan ivan gontran fulgence teddy mathis quentin rayan mehdi rachid mohammed ahmed youssef omar ali hassan bilal sofiane samir nabil farid jamel mamadou moussa ibrahima ousmane aymeric amaury anselme aubin auguste augustin axel barnabé bertin blaise brice camille célestin constant corentin cyprien cyriaque désiré diego dimitri donatien dorian edgar edmond elie éloi elliot emile enzo erwan esteban ethan eudes evan ewen fulbert gaétan gatien gauthier gautier germain gino gwenaël gwendal honoré igor isidore ismaël jean-pascal jean-noël joachim joan johan jordan josselin jules-henri justin kenzo killian landry lazare léandre léopold lilian lorenzo ludovic malo manuel marius martial mathias mathurin maximilien melvin milan modeste morgan nathan nathanaël nestor octave olivier-pierre oscar pacôme paulin philibert pol prosper raoul rémy robin roch rodrigue ronan ruben sacha salomon sami sandro silvère simon-pierre sixte stanislas sully tanguy tancrède tom tony ulysse urbain valère valéry vianney victorien virgile wilfried william yoann yohan yvon zacharie",
    ),
    she: set(
      "adèle agathe agnès aline alice amandine amélie anaïs andrée angélique anne anne-marie anne-sophie annick annie arlette aude audrey aurélie aurore béatrice bénédicte bernadette brigitte camille carole caroline catherine cécile céline chantal charlotte christelle christiane christine claire clara clarisse claudine clémence colette coralie corinne danielle delphine denise diane édith élisabeth élise élodie éloïse emma émilie estelle ève évelyne fabienne fanny florence france françoise gabrielle geneviève germaine ginette gisèle hélène henriette inès irène isabelle jacqueline jeanne jeannine jocelyne joëlle josiane judith julie juliette justine karine laetitia laure laurence léa léna liliane lise louise lucie lucienne madeleine manon margaux marguerite marianne marie marie-christine marie-claude marie-france marie-hélène marie-pierre marion marine marthe martine mathilde maud michèle mireille monique muriel nadia nadine nathalie nicole noémie océane odette odile olivia pascale patricia paule pauline pierrette raymonde régine renée rosalie rose sabine sandrine sarah ségolène simone solange solène sonia sophie stéphanie suzanne sylvie tessa thérèse valérie vanessa véronique virginie viviane yolande yvette yvonne zoé clotilde maëlys nadège mélanie marjolaine eugénie fatima samira malika leïla nora yasmine aïcha aminata fatou khadija karima salima assia anaëlle apolline ariane armelle astrid augustine aymone barbara bérengère bertille blandine blanche candice capucine carine cassandre célestine charlène charline chloé claudette clémentine cléo cyrielle daphné dominique dorothée édwige eléonore eliane elisa elsa emmanuelle enora ernestine esther eulalie fanchon faustine félicie flavie flore francine frédérique gaëlle garance gwenaëlle gwladys héloïse honorine hortense huguette inaya iris jade janine jeanine joséphine joy julienne katia lara laurie laurine lison lola lorraine louane lou louison lucile ludivine lydie lyne maeva magali magalie maïté margot marie-laure marie-thérèse marie-noëlle marie-josé marina maryse marylise mauricette maëlle mélissa mélodie mina morgane myriam mylène nelly ninon nolwenn ombeline ophélie oriane pernelle perrine philippine priscilla prune quitterie rachel raphaëlle rebecca rita romane romy rosemonde roxane sabrina salomé séverine sibylle sidonie sixtine soizic soline stella suzette sylvette sylviane tatiana thaïs tiphaine ursule valentine victoire violaine violette yaëlle yolaine yseult zélie",
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
