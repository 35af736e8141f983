const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** More given names as English-language news writes them, from many countries. Names borne by both are left out. */
export const moreMaleNames = words(`
abdul abdullah abdel abe abel abraham adel adolf ahmad ahmed akira alberto alec aldo alejandro aleksandr aleksei alessandro alex alexis alf alfonso alfred alfredo allan allen alonzo alvaro alvin amir amit
amos anders andrei andres andrej andrzej andy angus anil anton antoine antonin antonis anwar archie ari ariel arjun armando arnold arnulfo art arturo arun ashok asif augusto austin avi bart bartholomew bashar
basil benedict benito benjamín bennett bernardo bert bertrand bjoern bobby bohdan boyd brandan brendan brent bret brock bruno bryce buck bud burt byron caleb calvin cameron carlo carlton carter cary cecil cedric cesar
chad chester chet chip chong christian christoph christophe clarence clark clay clayton clement cliff clifford clint clinton clyde cody cole conor conrad corey cornelius cory craig cyril cyrus dag dale dalton damian damon
dante dario darrell darryl davide deepak demetrius denzel derek derrick devin dewey dick didier diego dieter dimitri dimitris dinesh dirk dmitriy domenico dominic dominik donnie doyle drew duncan dustin dylan earnest
eamon edgar edgardo edmund eduardo edwin efrain egon eike eliot elliot elliott elmer elon emil emile emilio enda enrique eoin erich ernest ernie errol ervin erwin esteban ethan etienne ezra fabian fabio fabrice faisal farid
fareed fergus ferdinand fidel finn flavio floyd forrest francesco francis francisco franco francois françois franz fred freddie freddy frederic frederick friedrich fritz gabe garrett gaston gene geoff geoffrey georg georges georgi
georgios gerard gerardo gerry gideon gil gilbert gilberto giles giorgio giovanni giuseppe glen godfrey gonzalo graeme graham grigory guido guillaume guillermo gunter gunther günter gustavo hakan hal hamid hamish hari harlan harris
harrison harvey hector heiko heinz helmut henri henryk herb herbert hideo hiroshi hjalmar homer horacio horst hosni howie huey hubert hugo humberto hussein ibrahim ignacio igor ike ilya imran imre irving irwin isaac ismail
istvan ivo jaap jacek jackson jacques jaime jakob jalal jamal janos javad jed jeffry jerome jerzy jimmie jiri joachim joao joaquin joaquín jock joey johan johann johannes johnnie jonah josef josh josip
jozef juha julio julius jurgen justin kamal kareem karim karl-heinz kasper kazimierz keir kelvin kent kenji khalid khaled kiran kirill klemens kofi konrad konstantin kostas krzysztof kumar kurtis lachlan
lamar lance laszlo laurence laurent lech leif len lenny leonardo leonid leopold leroy les lev levi lionel lloyd logan lorenzo lorne lothar lou louie luc luca lucian luciano ludwig luigi luka luther lyle lyndon maciej mack
mahmoud mahmud malcolm manfred manny manuel marc marcel marcelo marcin marcos mariano marlon mateo mathew mathias mats matteo matthias mattias mauricio maurizio maxim maxime maximilian mehdi mehmet mel melvin merrick mervyn micah
michal michel mick mickey miki milan miles milo milos milton miroslav mo moe mohamed mohammad mohammed mohan moises monty morgan morris mort moshe moses mourad murray mustafa mykhailo mykola myron naftali narendra nasser nate
nathaniel nawaz ned nelson nestor nicanor nick nicolas nicolás niels nikita nikolai nikolaos nikolas nikos nolan norbert norm octavio ole olivier olli omer oren orrin orville osama oskar oswald otis owen øystein paavo paddy
panos paolo parker pascal pasquale patricio patrik paulo pavel pawel pekka percy perry petr petros phillip pierce piet pieter piotr prakash preston radek radoslaw rafał rahm rahul raj rajiv raja rakesh ramesh ramiro ramzan raul raúl
ravi rashid rayner reggie reginald rein reinhard rene rené reuben rex rhys ricky rob roberto robbie rocco rocky rod roderick rodolfo rodrigo rodrigue roel roland rolf roman romano romeo ron ronan ronnie rory roscoe royce
ruben rudi rudolf rudolph rufus rupert rustam sacha sadiq saeed said sal salman samir sandeep sandro sander sanjay santiago satoshi saul scot scottie sergey sergio seymour shane shaun shawn sherrod shigeru shimon shinzo sid sidney
siegfried silvio sim simeon sirajuddin slobodan sol solomon spencer stan stavros stefano stein steffen stephane stéphane sterling stewart sujit suleiman sundar sunil sylvester syed tad tadeusz tadd taras tariq tarek tayyip ted teddy
terence terrance terrell thad thaddeus thierry thorsten tiago tibor tim timo timur tobias toby toivo tomasz tomáš tor torsten tory toshio travis trent trey tristan trygve tucker turgut ty tyrone ulrich umberto upton uri vaclav vadim
valentin valery vance vasily vasyl vic vicente vijay vikram vincenzo virgil vlad vladislav vyacheslav wade waldemar wallace wally walt ward warner wendell werner wes wesley wilbur wiley wilfred wilfried will willard willie
wilson winston wojciech wolf woodrow yair yannis yasser yevgeny yitzhak yiannis yoav yoshihide yoram youssef yousef yuval yves zach zachariah zack zane zbigniew zeke zoltan zygmunt
bilal huseyin hüseyin jorgen jørgen håkon haakon ørjan erlend sindre vidar terje geir trond rune odd tore kjell kåre kristian kristoffer mads rasmus søren lennart gunnar göran jari mikko sauli antti
joão josé jesús luís martín andrés sergiy vitaly ruslan maksym artem bogdan danylo yaroslav denys pavlo valeriy anatoly gennady sergii oleksii kyrylo rustem mykhaylo arseniy
`);

export const moreFemaleNames = words(`
abby ada adele aisha alba alejandra aleksandra alessandra alexa alexandria alexia alicia alina aline allie allison alma althea alyssa amal amina amira anastasia anette angela angelica angelina angie anika anja anke
annabel annalena anneliese annette annika antoinette antonia anya aoife arlene ariana ariane asma astrid audra aurora ava aviva ayesha azadeh bärbel beata beate becca belinda benazir bernadette bernadine bernice bertha bess bethany bettina bianca
blanca blanche brianna bridget brigid brooke caitlyn calista candace candice cara carina carissa carlotta carolina carrie cassandra cassie catalina cate catharine cathy cecile cecilie celeste celia celine chandra chantal
charlene chelsey cherie chiara chrissy christa christiane chrystia ciara cleo clementine colette colleen connie consuelo cora corazon cordelia corinne cornelia courtney dagmar dalia danica daniela danielle daphne darla darlene
davina debby debra dee deirdre delia delores dena denisa desiree dianna dianne dina dolly dominika dora doreen doris dorothea ebba edna eileen ekaterina eleanore eleni elfriede elif elina elisa elise eliza elke ella elsie elvira emilia emilie emmy enid
erna ernestine esmeralda esperanza estelle esme etta eugenia eugenie eunice evangeline eve evita fanny fatima fatma faye felicia felicity fern filomena flora flavia francesca francine franziska freda frederica frida gabi gabriele gabriella gabrielle
galina gemma genevieve georgette georgia georgiana georgina geraldine germaine gerda gertrude ghislaine giada gilda gillian gisela giselle gladys glenda glenna gretchen grethe gudrun guadalupe gwen gwendolyn gwyneth halle halina hanan hanna hattie hedwig
heike helga helene helle henrietta hermione hilda hildegard hind ida ilana ilona ilse imelda imogen ina indira indra ines inga inge inger ingeborg ioana iolanda irena irma isabelle isla ivana ivy izabela jacinda jada jamila jana janelle janna
jasmine jayne jeana jeanette jeanine jenna jennie jenny jeri jerrie jocelyne jodi jodie johanna jolene joni josefina josie juana judi julianna julianne julie julienne juliet juliette june justine kaja kamala karin karla karolina
karyn kasia kate katarina katharina katherina kathryne katharine kathi kathie katja katrin katya kay kayla kaylee keiko keisha kellie kelli kerstin kirsti kitty klara klaudia kristi kristina kristine krystal krystyna lacey laetitia
lana laila lara lavinia layla latoya lea leanne leila lenora leona leonie leonor leticia leyla lia lidia lila lilian liliana lillian lilly lily lina lindy lise liesl lizzie lola lorena lorraine lottie luana lucille lucinda
luisa lupe luz lyn lynda lynette lynne mabel mae maggie magda magdalena maia maja malala malin mamie mandy manuela mara marcella marcia margareta margarita margarete margie margo margot margrethe marguerite mariana marianne mariam maribel marielle
mariela marietta marika marine marisa marisol maritza marjorie marla marlene marsha marta martina maryam maryann matilda matilde maud maura mavis maxine megyn mei melania melody mercy meryl mette mia michaela michele milena mildred millie mimi mina
mindy minerva minnie miranda miriam mitzi moira mollie mona montserrat muriel myra myrna nadezhda nadine nadya najat nan nanette naomi nataliya natalya natasha nawal neera nell nellie neha ngozi niamh nichola nika nilda nirmala noor noemi noelle nona noreen
octavia odette olesya olive ophelia oprah orla paige paloma pam paola paulette paulina pauline pearl penelope perla petra philippa pilar pippa polly pooja preet priscilla priya priyanka prudence queenie rachael rachelle rana rania
raquel rashida reba reena rhea rhoda ricarda rina risa robyn rochelle romy ronda rosalie rosalind rosalyn rosanna rosanne rosario roseanne rosemarie rosemary rosie rosita roslyn roxana roxanne rubina ruby ruthie sabina sabine sabrina sadie
saima salma samara samia sana saoirse saskia savannah selena selina selma serena shakira shana shania shauna shawna sheena shelley shelly sheri sherri sherry sheryl shirin shonda sian sierra sigourney silke silvana silvia simone sinead siobhan solange
sondra sonja sonya soraya stacey stacy stella stephany sunniva susannah susanne susie suu svitlana sybil sylvie tabitha tamar tami tammie tamsin tanja tansu tanya tara tarja tasha tatyana tawakkul teri terri tess tessa thea thelma thérèse theodora thora tiffany tilda
tisha toni tori trina trish trisha trudi trudy twila una uta ute valentina valeria vandana veena velma verena verna vicki vickie vicky victoire vida vilma viola violet virginie vivien vivienne wilhelmina wilma winifred winnie winona xiomara yael yasmin yasmine
yelena yesenia yevgenia ylva yoko yuliia yuliya yuriko yvette zadie zahra zainab zara zelda zena zhanna zita zoe zofia zora zuzana
iryna oksana lesya olha tetiana nataliia mariia sofiia yaryna halyna inna lyudmyla alla zoya roksolana
`);

/** Names of men and of women, or of families that stand first: they tell nothing. */
export const sharedNames = words(
  "kim jean jan andrea nicola jamie kerry lee dana robin terry pat leslie morgan taylor jordan casey stacy kelly tracy sidney ashley sandy shannon carol marion vivian laurie carey",
);
