/** Where a visit to the site came from, as its first event tells, and on what it was made. */

const campaigns: Record<string, Readonly<Record<string, string>>> = {
  ads: { utm_source: 'yandex', utm_medium: 'cpc', utm_campaign: 'catalogue' },
  search: { referrer: 'https://search.example/' },
  social: { utm_source: 'vk', utm_medium: 'social', utm_campaign: 'posts' },
  email: { utm_source: 'email', utm_medium: 'email', utm_campaign: 'weekly' },
  referral: { utm_source: 'friend', utm_medium: 'referral' },
  direct: {},
};

export function describeTraffic(source: string): Record<string, string> {
  return { source, ...campaigns[source] };
}

const devices = [
  'mobile, Android, Chrome',
  'mobile, iOS, Safari',
  'desktop, Windows, Chrome',
  'mobile, Android, Yandex Browser',
  'desktop, Windows, Yandex Browser',
  'desktop, macOS, Safari',
  'tablet, iOS, Safari',
];
const shares = [0.34, 0.55, 0.72, 0.83, 0.92, 0.97, 1];

/** @param chance a number in [0, 1) that stays with the device */
export function describeDevice(chance: number): string {
  return devices[shares.findIndex((share) => chance < share)] ?? '';
}
