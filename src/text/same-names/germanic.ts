/** German and Nordic names. A name a line: the first spelling stands for all. */
export const germanic = `
Vogel Фогель
Volker Фолькер
Vogt Фогт
Volkmann Фолькман
Valentin Валентин
Jäger Єгер Егер
Jung Юнг
Jünger Юнгер
Johann Йоганн Иоганн
Jensen Єнсен Йенсен
Jürgen Юрген
Jörg Йорг
Joachim Йоахім Иоахим
Jonas Йонас
Jakob Якоб
Joschka Йошка
Josef Йозеф
Jansen Янсен
Jacobsen Якобсен
Johansson Юганссон Юханссон
Jonsson Йонссон
Jørgensen Йоргенсен
Bjørn Björn Бйорн Бьорн Бьёрн
Hjalmar Яльмар
Kjell Чель Хьелль
Lehmann Леманн Леман
Goethe Гете Гёте
Huber Губер Хубер
Euler Ейлер Эйлер
`;
