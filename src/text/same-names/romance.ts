/** French and Spanish names. A name a line: the first spelling stands for all. */
export const romance = `
Dupont Дюпон
Durand Дюран
Leclerc Леклер
Lefebvre Лефевр
Girard Жирар
Gérard Жерар
Gilles Жиль
Georges Жорж
Germain Жермен
Genevieve Женев'єва Женевьева
Jacques Жак
Charpentier Шарпантьє Шарпантье
Chevalier Шевальє Шевалье
Cartier Картьє Картье
Mercier Мерсьє Мерсье
Fournier Фурньє Фурнье
Barbier Барб'є Барбье
Dassault Дассо
Thibault Тібо Тибо
Renault Рено
Perrault Перро
Foucault Фуко
Hollande Олланд
Hugo Гюго Уго
Hubert Юбер
Hervé Ерве Эрве
Huguette Югетта
François Франсуа
Françoise Франсуаза
Guillaume Гійом Гийом
Bernard Бернар
Laurent Лоран
Vincent Венсан
Clément Клеман
Roland Ролан
Albert Альбер Альберт
Gilbert Жільбер Жильбер
Arnaud Арно
Thierry Тьєррі Тьерри
Denis Дені Дени
Louis Луї Луи
Nicolas Ніколя Николя
Dumas Дюма
Dubois Дюбуа
Dumont Дюмон
Bertrand Бертран
Le-Pen Ле-Пен
Gaultier Готьє Готье
Hernandez Ернандес Эрнандес
Herrera Еррера Эррера
Hidalgo Ідальго Идальго
Hector Ектор Эктор
Jimenez Хіменес Хименес
Jorge Хорхе
José Хосе
Joaquin Хоакін Хоакин
Juan Хуан Huang Хуанг
Juana Хуана
Julio Хуліо Хулио
Javier Хав'єр Хавьер
Jesus Хесус
Jaime Хайме
Juarez Хуарес
Trujillo Трухільйо Трухильо
Alejandro Алехандро
Mejia Мехія Мехия
Rojas Рохас
Vallejo Вальєхо Вальехо
Borja Борха
Muñoz Муньйос Муньос
Nuñez Нуньєс Нуньес
Ibañez Ібаньєс Ибаньес
Chile Чилі Чили
`;
