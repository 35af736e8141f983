/** English names that Cyrillic writes by sound, not by letter. A name a line: the first spelling stands for all. */
export const english = `
Owen Оуен Оуэн
Matthews Метьюз Мэтьюз
Heather Гезер Хезер Хизер
Rutherford Резерфорд
Ruth Рут Рус
Edith Едіт Эдит
Keith Кіт Кит
Smith Сміт Смит
Natalia Nataliya Наталія Наталья Наталя
Tatiana Tetiana Tetyana Татьяна Тетяна
Anastasia Анастасія Анастасия
Tchaikovsky Чайковский Чайковський
Walker Вокер Вокэр Уокер
Lawrence Лоуренс Лоренс
Graham Грем Грэм
Quincy Квінсі Куинси
Quinn Квінн Куинн
Xavier Ксав'є Ксавьер
Knox Нокс
Hughes Г'юз Гюз Хьюз
Howard Говард Ховард
Stewart Стюарт
Shaw Шоу
Vaughn Vaughan Вон
Maugham Моем Моэм
Thames Темза
Sean Shaun Шон
Siobhan Шивон Шивонн
Wayne Вейн Уэйн
Dwight Двайт
Dwayne Двейн Дуэйн
Wright Райт
Rogers Роджерс
Roger Роджер
Georgia Джорджія Джорджия
Gerald Джеральд
Gene Джин
Gina Джина
Gillian Джилліан
Giles Джайлз
Regina Реджина
Virginia Вірджинія Вирджиния
Benjamin Бенджамін Бенджамин
Geoffrey Джеффрі Джеффри
Robin Робін
Colonel Колонел
Isaac Айзек
Leigh Лі Ли
`;
