/** Given names and surnames that news is full of, in the Latin letters that transliteration gives. A name a line: the first spelling stands for all. */
export const common = `
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
`;
