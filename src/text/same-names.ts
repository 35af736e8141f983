/**
 * Names whose spelling in one script does not follow from the other, a name a line: the first spelling stands for all. Given names that
 * are one name in two languages (Serhiy, Sergei) stand together too, since a person is written both ways. Facts of spelling, by origin.
 */
const rows = `
Michael Maykl Mykhaylo Mikhail Mykhailo Майкл Михаил Михайло
John Dzhon
Joe Dzho
Joseph Dzhozef Джозеф
George Dzhordzh Джордж
James Dzheyms
Jack Dzhek
William Vilyam Uilyam
Charles Charlz
David Devid
Kate Keyt
Steven Stephen Styven Stiven Стівен Стивен
Paul Pol
Peter Piter
Mark Marko
Matthew Metyu Метью Мэтью
Thomas Tomas
Volodymyr Vladimir Володимир Владимир
Oleksandr Aleksandr Alexander Олександр Александр
Serhiy Sergey Sergei Serhii Сергій Сергей
Dmytro Dmitry Dmitriy Dmitri Дмитро Дмитрий
Mykola Nikolay Nikolai Nicholas Ніколас Николас Микола Николай
Kateryna Yekaterina Catherine Katherine Ekaterina Катерина Екатерина
Olena Yelena Elena Helen Олена Елена
Andriy Andrey Andrei Andrii Андрій Андрей
Yuriy Yuri Yurii Yury Юрій Юрий
Anthony Entoni
Jake Dzheyk
Jens Yens Єнс Йенс
Zelensky Zelenskyy Zelenskyi Zelenskiy Zelenskyj Зеленський Зеленский
Gates Heyts Geyts
Vance Vens
White Vayt
Rice Rays
Ann Enn
Lee Li
Xi Si Сі Си
Jinping Tszinpin Tsinpin Цзіньпін Цзиньпин
Robert Rober Робер Роберт
Henry Henri Anri Анрі Анри
Richard Rychard Рішар Річард Ричард
Edward Edvard Eduard
Jean Zhan
Jane Dzheyn
Janet Dzhanet
Jan Yan Ян
Julia Yuliya Yulia Dzhuliya Юлія Юлия
Andrew Endryu
Hugh Khyu Hyu
Ryan Rayan
Brian Brayan
Mike Mayk
Nancy Nensi
Jennifer Dzhennifer
Jeffrey Dzheffri
Jessica Dzhessika
Susan Syuzan
Macron Makron
Yevhen Evgeny Evgeniy Yevgeny Yevheniy Evheniy Євген Евгений
Oleksiy Alexey Aleksey Alexei Oleksii
Pavlo Pavel
Petro Pyotr Petr
Vasyl Vasily Vasiliy
Ihor Igor
Oleh Oleg
Keir Kir
Scholz Sholts
Johnson Dzhonson
Andrzej Andzhey Анджей
Giorgia Dzhordzha
Rutte Ryutte
Leyen Lyayen Lyayyen
Heorhiy Georgy Georgiy Heorhii
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
Wałęsa Валенса
Dąbrowski Домбровський Домбровский
Dębski Дембський Дембский
Wiśniewski Вишневський Вишневский
Wiśniewska Вишневська Вишневская
Wójcik Вуйцик Вуйчик
Wójtowicz Вуйтович
Krzysztof Кшиштоф
Jerzy Єжи Ежи
Jarosław Ярослав
Jadwiga Ядвіга Ядвига
Janusz Януш
Jacek Яцек
Jagiełło Ягелло
Jankowski Янковський Янковский
Jabłoński Яблонський Яблонский
Czarnecki Чарнецький Чарнецкий
Jaruzelski Ярузельський Ярузельский
Grzegorz Гжегож
Wojciech Войцех
Maciej Мацей
Lech Лех
Ciechanowski Цехановський Цехановский
Cimoszewicz Цимошевич
Çelik Celik Челік Челик
Çavuşoğlu Cavusoglu Чавушоглу
Erdoğan Ердоган Эрдоган
Hüseyin Hussein Хусейн Гусейн
Giovanni Джованні Джованни
Giorgio Джорджо
Giuseppe Джузеппе
Giulia Джулія Джулия
Luigi Луїджі Луиджи
Michelangelo Мікеланджело Микеланджело
Cesare Чезаре
Francesco Франческо
Marcello Марчелло
Berlusconi Берлусконі Берлускони
Wang Ван
Zhang Чжан
Yang Ян
Jiang Цзян
Zhou Чжоу
Zhao Чжао
Zheng Чжен Чжэн
Zhu Чжу
Xu Сюй
Xiao Сяо
Qin Цінь Цинь
Qian Цянь
Jintao Цзіньтао Цзиньтао
Liang Лян
Chang Чан
Fang Фан
Tang Тан
Deng Ден Дэн
Peng Пен Пэн
Feng Фен Фэн
Guo Го
Munich Мюнхен
`;

/** Spelling, as `toLatin` writes it → the first spelling of its row. */
export function indexSameNames(toLatin: (word: string) => string): ReadonlyMap<string, string> {
  const plain = (word: string): string => toLatin(word).replace(/[^a-z]/g, "");
  const index = new Map<string, string>();
  for (const row of rows.trim().split("\n")) {
    const [first = "", ...others] = row.split(" ").map(plain);
    for (const spelling of [first, ...others]) if (!index.has(spelling)) index.set(spelling, first);
  }
  return index;
}
