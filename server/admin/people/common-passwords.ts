/** Words that the commonest passwords are made of, in the languages of our users; compared without digits around them. */

const english = `password passwort passw0rd pass qwerty qwert admin administrator root user guest login welcome letmein iloveyou
  monkey dragon master sunshine princess football baseball superman batman trustno shadow michael jennifer jordan hunter
  buster soccer harley ranger charlie andrew thomas robert daniel george jessica pepper ginger summer winter spring autumn
  secret hello freedom whatever computer internet google facebook samsung apple starwars pokemon changeme default access
  manager office company business crm sales market shop store seller test testing temp temporary demo example qazwsx zaq
  asdf asdfgh zxcvbn zxcvbnm abc abcd abcdef aaaaaa iloveu lovely love angel flower killer liverpool chelsea arsenal
  london moscow russia ukraine kiev kyiv odessa natasha sergey alexander dmitry vladimir marina svetlana tatiana yandex
  mailru vkontakte ozon wildberries bitrix amocrm retailcrm prilavok`;

const cyrillic = `пароль парольпароль привет любовь солнышко люблю тебя люблютебя наташа марина светлана ольга сергей александр
  дмитрий владимир андрей максим москва россия україна украина київ киев одесса спартак зенит динамо админ администратор
  менеджер магазин продажи секрет кохання сонечко йцукен йцуке фыва фывапро ячсмить`;

/** Russian words typed with the English layout on. */
const wrongLayout = 'gfhjkm ghbdtn ghbdtnghbdtn k.,jdm cjkysirj yfnfif vfhbyf cthutq rhfcjnf vjcrdf ljkkfh';

export const commonWords: ReadonlySet<string> = new Set(`${english} ${cyrillic} ${wrongLayout}`.split(/\s+/));
