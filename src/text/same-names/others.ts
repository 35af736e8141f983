/** Polish, Turkish, Italian and Chinese names. A name a line: the first spelling stands for all. */
export const others = `
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
