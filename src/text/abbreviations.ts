const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Words that a full stop follows without ending the sentence, lower case without the stop, by language; `all` holds in every one. */
export const abbreviations: Readonly<Record<string, ReadonlySet<string>>> = {
  all: words("dr prof st mr mrs ms jr sr vs etc vol fig tel e.g i.e cf approx ca max min inc ltd co corp"),
  en: words(
    "dr prof st mr mrs ms jr sr vs v etc vol fig gen col maj capt lt sgt cpl cmdr adm gov sen rep rev hon pres supt det messrs mt ft ave blvd rd dept univ est inc ltd co corp bros al ed eds pp approx jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo",
  ),
  de: words(
    "z d u e o i z.b d.h u.a o.ä bzw usw ca evtl ggf inkl exkl max min nr str tel dr prof hr fr st jh jhd v.chr n.chr abs art bd hrsg s vgl sog bspw zzgl mio mrd tsd jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do fr sa so geb gest verh",
  ),
  fr: words("m mm mme mmes mlle dr pr me st ste av bd env etc p.ex c.-à-d art vol éd chap janv févr avr juil sept oct nov déc"),
  es: words(
    "sr sra srta sres dr dra prof lic ing ud uds vd ee uu gral cap cnel etc p.ej art núm pág av avda st sto sta ee.uu ene feb mar abr jun jul ago sept oct nov dic",
  ),
  pl: words(
    "dr prof mgr inż np tzw tzn m.in itd itp ok ul al pl nr str tys mln mld zł godz r w św ks gen płk mjr kpt por red im wg zob por",
  ),
  nb: words(
    "dr prof gen kapt f.eks bl.a m.m osv ca kl nr jf evt pga mht dvs mill mrd kr st fr hr stk pst jan feb mar apr jun jul aug sep sept okt nov des",
  ),
  uk: words(
    "р рр ст див напр тзв т.зв т.д т.п т.ч ін м с смт обл р-н вул просп бул пл буд кв тис млн млрд грн коп проф доц акад ген полк кап ім о св гр п пп тов пр н.е",
  ),
  ru: words(
    "г гг в вв см напр т.н т.д т.п т.е т.ч др пр г с пос обл р-н ул просп пр бул пл д кв тыс млн млрд руб коп проф доц акад ген полк кап им о св гр п пп тов н.э",
  ),
};
