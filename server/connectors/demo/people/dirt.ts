/** The mistakes of real forms, in the share that real shops have them: data quality needs something to find. */

const badEmails: readonly ((email: string) => string)[] = [
  (email) => email.replace('@', ''),
  (email) => email.replace('.example', '.exmaple').replace('.com', '.con'),
  (email) => email.replace('@', '@@'),
  (email) => email.replace('.', ' '),
];

/** @param chance in [0, 1): below 0.015 something is wrong */
export function mistypeEmail(email: string, chance: number): string {
  if (chance >= 0.015) return email;
  return badEmails[Math.floor((chance / 0.015) * badEmails.length)]?.(email) ?? email;
}

const phoneForms: readonly ((phone: string) => string)[] = [
  (phone) => phone,
  (phone) => phone.replace(/^\+7(\d{3})(\d{3})(\d\d)(\d\d)$/, '8 ($1) $2-$3-$4').replace(/^\+38(\d{3})(\d{3})(\d\d)(\d\d)$/, '$1 $2-$3-$4'),
  (phone) =>
    phone.replace(/^\+7(\d{3})(\d{3})(\d\d)(\d\d)$/, '+7 $1 $2 $3 $4').replace(/^\+38(\d{3})(\d{3})(\d\d)(\d\d)$/, '+38 ($1) $2-$3-$4'),
  (phone) => phone.slice(1),
];

const badPhones: readonly ((phone: string) => string)[] = [
  (phone) => phone.slice(0, -3),
  (phone) => `${phone}55`,
  () => '0000000000',
  () => '-',
];

/** @param chance in [0, 1): below 0.012 the number is useless, else it is only written in one of the usual ways */
export function writePhone(phone: string, chance: number): string {
  const forms = chance < 0.012 ? badPhones : phoneForms;
  return forms[Math.floor(((chance * 1_000) % 1) * forms.length)]?.(phone) ?? phone;
}
