import { describe, expect, test } from "vitest";
import { isNews } from "../../src/digest/news.ts";
import { standsAlone } from "../../src/digest/standing.ts";

describe("no bullet is made of", () => {
  test.each([
    ["Read more about the winter ferry in our archive."],
    ["Lesen Sie auch: Der Hafen bleibt im Winter geschlossen."],
    ["Registrieren Sie sich jetzt für unseren Rundbrief."],
    ["Lire aussi : le port restera fermé pendant l'hiver."],
    ["Ver esta publicación en Instagram de la naviera."],
    ["Les også: Havnen blir stengt i vinter, sier rådet."],
    ["Czytaj też: port pozostanie zamknięty przez zimę."],
    ["Читайте також: порт зачинять на зиму, каже рада."],
    ["Подписывайтесь на наш канал, чтобы ничего не пропустить."],
    ["Ada Lind is seen here at the opening of the quay in Kelva."],
    ["Mayor Ada Lind speaks during a debate at the town hall of Kelva on December 29."],
    ["A spokeswoman for the harbour board declined to comment on Monday."],
    ["Ein Sprecher des Hafens wollte sich dazu nicht äußern."],
    ["Varnmouth 412 2,100 14 3 berths 9 pilots 85% full."],
    ["The song that plays at the end of “” was written in one night."],
    ["Will the ferry sail again before the spring comes?"],
  ])("%s", (sentence) => {
    expect(isNews(sentence, false)).toBe(false);
  });

  test.each([
    ["Підписання угоди про порт відклали до весни."],
    ["Read Holm, the pilots’ chair, left the board on Monday."],
    ["Mayor Ada Lind speaks four languages and has written two books."],
    ["Share prices of the ferry company fell by 4 per cent."],
  ])("but news stays: %s", (sentence) => {
    expect(isNews(sentence, false)).toBe(true);
  });
});

describe("what leans on another sentence is no bullet", () => {
  test.each([
    ["en", "At the end of the day, he opened the quay to all ships."],
    ["en", "On Sunday they set another record for grain."],
    ["en", "In 2012 (pictured right) she opened the quay to all ships."],
    ["en", "When she picked the letter up, she read it to the council."],
    ["en", "The official did not say what the new lights cost."],
    ["en", "Another shows the old quay before the storm broke it."],
    ["en", "Now it's the harbour that has to pay for the lights."],
    ["en", "The next time he spoke with him the storm had passed."],
    ["en", "All of them were brought ashore by the pilots."],
    ["fr", "L'un d'eux a été conduit à l'hôpital de Selmont."],
    ["fr", "Selon lui, le port rouvrira avant le printemps."],
    ["fr", "Interpellé après une course-poursuite, il a été conduit au port."],
    ["fr", "Dans un entretien au Courrier, elle a défendu le projet."],
    ["fr", "Soit une hausse de 15 % en un an."],
    ["es", "No tiene un contrato formal de trabajo con el puerto."],
    ["es", "A su cargo tiene ocho pilotos jóvenes."],
    ["es", "Según él, el puerto abrirá antes de la primavera."],
    ["nb", "Ifølge ham åpner havnen før våren kommer."],
    ["de", "Damit bleibt der Hafen den ganzen Winter geschlossen."],
    ["de", "Dort wurden im Herbst zwei Boote versenkt."],
    ["pl", "Według niego port zostanie otwarty przed wiosną."],
    ["uk", "Про це повідомила прес-служба порту в понеділок."],
    ["uk", "За його словами, порт відкриють до весни."],
    ["ru", "Об этом сообщила пресс-служба порта в понедельник."],
    ["ru", "По её словам, порт откроют до весны."],
  ])("%s: %s", (lang, sentence) => {
    expect(standsAlone(sentence, lang)).toBe(false);
  });

  test.each([
    ["en", "At the harbour of Kelva, Ada Lind said, he was never seen again."],
    ["en", "The spokeswoman of the harbour board named no date."],
    ["en", "In this week of storms the harbour stayed closed."],
    ["fr", "Dans un port comme Selmont, il faut deux pilotes la nuit."],
    ["de", "Hierzulande bleiben Häfen im Winter geschlossen."],
    ["uk", "Тамтешній порт відкриють до весни, каже рада."],
  ])("but this stands (%s): %s", (lang, sentence) => {
    expect(standsAlone(sentence, lang)).toBe(true);
  });
});
