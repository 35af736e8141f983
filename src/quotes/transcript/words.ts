/** What transcripts of a language are written with: lists only, in lower case. */
export interface TranscriptWords {
  /** Labels of whoever asks, and of questions. */
  readonly asks: ReadonlySet<string>;
  /** Labels of answers: whoever was introduced gives them. */
  readonly answers: ReadonlySet<string>;
  /** Pronouns of the first and second person: people who talk use them, lists of facts do not. */
  readonly persons: ReadonlySet<string>;
  /** What leads to the name of whoever is interviewed. */
  readonly introduces: RegExp;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** A role of up to six words may stand between the phrase and the name. */
const leadingTo = (phrases: string): RegExp => new RegExp(`(?<!\\p{L})(?:${phrases})\\s(?:[\\p{L}’'-]+,?\\s){0,6}$`, "iu");

/** Letters of one side only: "A" begins names in every language, but as a whole label it answers "Q". */
export const transcriptWords: Readonly<Record<string, TranscriptWords>> = {
  en: {
    asks: set("q question questions interviewer moderator host reporter presenter journalist anchor"),
    answers: set("a answer"),
    persons: set("i we you me us my our your i'm i've i'd i'll we're we've we'll you're you've it's"),
    introduces: leadingTo(
      "interview with|q ?& ?a with|conversation with|(?:we|i) (?:spoke|speak|talked|talk|sat down|caught up) (?:to|with)|(?:we|i) asked|guest is|joined by|questions to",
    ),
  },
  de: {
    asks: set("f frage fragen moderator moderatorin reporter reporterin redaktion interviewer interviewerin"),
    answers: set("a antwort"),
    persons: set("ich wir sie du ihr mich uns mir mein meine unser unsere ihnen dir euch"),
    introduces: leadingTo("interview mit|gespräch mit|(?:wir|ich) (?:sprachen|sprach|haben|habe) mit|im gespräch:|fragen an"),
  },
  fr: {
    asks: set("q question questions journaliste animateur animatrice"),
    answers: set("r réponse"),
    persons: set("je j nous vous tu me moi mon ma mes notre nos votre vos on"),
    introduces: leadingTo("entretien avec|interview de|interview avec|rencontre avec|questions à|interrogé|interrogée"),
  },
  es: {
    asks: set("p pregunta preguntas periodista presentador presentadora entrevistador entrevistadora moderador moderadora"),
    answers: set("r respuesta"),
    persons: set("yo nosotros usted ustedes tú me nos mi mis nuestro nuestra su creo tengo hemos somos estamos he fui es"),
    introduces: leadingTo("entrevista (?:a|con)|conversación con|charla con|hablamos con|preguntas a"),
  },
  pl: {
    asks: set("p pyt pytanie pytania prowadzący prowadząca dziennikarz dziennikarka redakcja"),
    answers: set("o odp odpowiedź"),
    persons: set("ja my pan pani państwo mnie nas nam mi mój moja nasz nasza jestem mam mamy jesteśmy byłem byłam wie panie"),
    introduces: leadingTo("rozmowa z|wywiad z|rozmawiamy z|rozmawia z|pytania do"),
  },
  nb: {
    asks: set("spm spørsmål programleder journalist reporter intervjuer"),
    answers: set("svar"),
    persons: set("jeg vi du dere meg oss min mitt mine vår vårt våre deg"),
    introduces: leadingTo("intervju med|samtale med|(?:vi|jeg) (?:snakket|har snakket|pratet) med|spørsmål til"),
  },
  uk: {
    asks: set("питання запитання ведучий ведуча журналіст журналістка кореспондент кореспондентка модератор модераторка"),
    answers: set("відповідь"),
    persons: set("я ми ви ти мене нас мені нам вас вам мій моя моє мої наш наша наше наші ваш ваша"),
    introduces: leadingTo("інтерв['’]ю з|розмова з|розмова зі|поговорили з|спілкувалися з|запитання до"),
  },
  ru: {
    asks: set("вопрос ведущий ведущая журналист журналистка корреспондент модератор"),
    answers: set("ответ"),
    persons: set("я мы вы ты меня нас мне нам вас вам мой моя моё мои наш наша наше наши ваш ваша"),
    introduces: leadingTo("интервью с|беседа с|разговор с|поговорили с|побеседовали с|вопросы к"),
  },
};
