import { describe, expect, test } from "vitest";
import { shapeSentence } from "../../src/digest/shape.ts";

const shape = (lang: string, text: string, maxWords: number): string | undefined =>
  shapeSentence(text, { start: 0, end: text.length }, { lang, maxWords, mentions: [] })?.text;

describe("who said it stays at the end, and what stands before it goes", () => {
  test.each([
    [
      "en",
      "The harbour board will close the old northern quay to all the larger ships until engineers have found out what happened to the piles, Ada Lind of the board said on Monday.",
      "The harbour board will close the old northern quay to all the larger ships, Ada Lind of the board said on Monday.",
    ],
    [
      "fr",
      "Le conseil du port de Kelva va fermer le vieux quai du nord à tous les bateaux, qui devront passer l’hiver à Ostervik, a annoncé lundi sa présidente Ada Lind.",
      "Le conseil du port de Kelva va fermer le vieux quai du nord à tous les bateaux, a annoncé lundi sa présidente Ada Lind.",
    ],
    [
      "es",
      "La junta del puerto de Kelva cerrará el viejo muelle del norte a todos los barcos, que pasarán el invierno en Ostervik, según ha explicado su presidenta Ada Lind.",
      "La junta del puerto de Kelva cerrará el viejo muelle del norte a todos los barcos, según ha explicado su presidenta Ada Lind.",
    ],
    [
      "nb",
      "Havnestyret i Kelva stenger den gamle kaia i nord for alle skip, som må ligge i havna i Ostervik hele den lange vinteren igjennom, opplyser styreleder Ada Lind.",
      "Havnestyret i Kelva stenger den gamle kaia i nord for alle skip, opplyser styreleder Ada Lind.",
    ],
    [
      "uk",
      "Рада порту Кельва закриє старий північний причал для всіх суден, які тепер зимуватимуть у сусідньому порту Остервік по той бік протоки, повідомила голова ради Ада Лінд.",
      "Рада порту Кельва закриє старий північний причал для всіх суден, повідомила голова ради Ада Лінд.",
    ],
  ])("in %s", (lang, source, bullet) => {
    expect(shape(lang, source, 24)).toBe(bullet);
  });
});

describe("French", () => {
  test.each([
    [
      "the occasion at the end",
      "La présidente du port Ada Lind a promis aux pêcheurs de Kelva un nouveau quai avant la fin de l’année lors d’une réunion publique organisée à la mairie.",
      "La présidente du port Ada Lind a promis aux pêcheurs de Kelva un nouveau quai avant la fin de l’année.",
    ],
    [
      "the paper it was said in",
      "Ada Lind demande au gouvernement de payer la moitié des travaux du nouveau quai de Kelva, dans un courrier adressé au ministre et publié dimanche.",
      "Ada Lind demande au gouvernement de payer la moitié des travaux du nouveau quai de Kelva.",
    ],
    [
      "the speaker’s post",
      "“Le quai ne tiendra pas un hiver de plus”, a prévenu lundi devant la presse Peder Quill, directeur du bureau d’études chargé des ports de la côte.",
      "“Le quai ne tiendra pas un hiver de plus”, a prévenu lundi devant la presse Peder Quill.",
    ],
    [
      "an aside before the predicate",
      "Ostervik, petite ville de pêcheurs au bout de la côte nord, a reçu dimanche trente bateaux de Kelva qui y passeront tout l’hiver.",
      "Ostervik a reçu dimanche trente bateaux de Kelva qui y passeront tout l’hiver.",
    ],
    [
      "who a name is, in two parts",
      "Peder Quill, pilote du port depuis vingt ans et candidat à la mairie après avoir dirigé le syndicat, a été nommé directeur lundi.",
      "Peder Quill a été nommé directeur lundi.",
    ],
    [
      "a participle behind the statement, whatever place is named in it",
      "Les pêcheurs de Kelva se sont indignés vendredi de la fermeture du vieux quai, annoncée jeudi par la préfecture du Pas-de-Calais.",
      "Les pêcheurs de Kelva se sont indignés vendredi de la fermeture du vieux quai.",
    ],
    [
      "an opening clause with an aside of its own",
      "Face à la colère des pêcheurs, privés de quai depuis le début du mois, le conseil du port a promis une aide à chaque bateau de l’île.",
      "Le conseil du port a promis une aide à chaque bateau de l’île.",
    ],
    [
      "the word that only ties it to the sentence before",
      "Mais le conseil du port de Kelva a promis une aide à chaque bateau.",
      "Le conseil du port de Kelva a promis une aide à chaque bateau.",
    ],
    [
      "a heading between dashes",
      "- Un quai tout neuf -Le conseil du port de Kelva a promis une aide à chaque bateau.",
      "Le conseil du port de Kelva a promis une aide à chaque bateau.",
    ],
  ])("gives up %s", (_, source, bullet) => {
    expect(shape("fr", source, 20)).toBe(bullet);
  });

  test.each([
    [
      "the predicate behind a long subject",
      "Un pilote du port de Kelva devenu célèbre après avoir été pêcheur pendant plus de vingt ans dans les îles du nord a été nommé directeur lundi.",
      20,
    ],
    [
      "a span of time before its event",
      "Le port de Kelva a rouvert une partie du vieux quai deux ans après la grande tempête de novembre et les longs mois de travaux.",
      14,
    ],
    [
      "the words of a quotation",
      "“Le quai (ou ce qui reste de lui sous la neige) ne tiendra pas un hiver de plus”, a prévenu lundi Peder Quill.",
      18,
    ],
  ])("rather no bullet than one that loses %s", (_, source, maxWords) => {
    expect(shape("fr", source, maxWords)).toBeUndefined();
  });
});

describe("Spanish", () => {
  test.each([
    [
      "the aim at the end",
      "La junta del puerto de Kelva pagará el alquiler de los barcos durante todo el invierno con el objetivo de que nadie deje la isla antes de abril.",
      "La junta del puerto de Kelva pagará el alquiler de los barcos durante todo el invierno.",
    ],
    [
      "an aside before the predicate",
      "Ostervik, pequeña ciudad de pescadores en la costa norte, recibió el domingo los barcos que pasarán allí el invierno entero.",
      "Ostervik recibió el domingo los barcos que pasarán allí el invierno entero.",
    ],
    [
      "the word that only ties it to the sentence before",
      "Sin embargo, la junta del puerto de Kelva pagará el alquiler de los barcos.",
      "La junta del puerto de Kelva pagará el alquiler de los barcos.",
    ],
  ])("gives up %s", (_, source, bullet) => {
    expect(shape("es", source, 18)).toBe(bullet);
  });

  test("rather no bullet than one that parts a span of time from its event", () => {
    const source =
      "El puerto de Kelva abrió una parte del viejo muelle dos años después de la gran tormenta de noviembre y de las largas obras.";
    expect(shape("es", source, 14)).toBeUndefined();
  });
});

test("Norwegian in both its forms gives up what a relative clause tells", () => {
  const bokmal = "Havnestyret i Kelva stenger den gamle kaia for alle skip, som må ligge i Ostervik hele vinteren.";
  const nynorsk = "Hamnestyret i Kelva stengjer den gamle kaia for alle skip, som må liggje i Ostervik heile vinteren.";
  expect(shape("nb", bokmal, 12)).toBe("Havnestyret i Kelva stenger den gamle kaia for alle skip.");
  expect(shape("nn", nynorsk, 12)).toBe("Hamnestyret i Kelva stengjer den gamle kaia for alle skip.");
});

test("a reason stays where it may be what is denied", () => {
  const source = "The harbour board of Kelva did not close the old northern quay because of the storm that came over the island last week.";
  expect(shape("en", source, 14)).toBeUndefined();
});
