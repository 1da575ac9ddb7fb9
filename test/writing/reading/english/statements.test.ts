import { describe, expect, it } from 'vitest';
import { lostOf, read } from '../told.ts';

/** A request, and what one of its statements must have whole. */
const REQUESTS: readonly (readonly [string, readonly string[]])[] = [
  [
    'Shoe repair while you wait, heels $14, closed Sundays',
    ['Shoe repair while you wait', 'heels $14', 'closed Sundays'],
  ],
  [
    'Phone screen repair in 30 minutes, iPhone and Galaxy, from $59',
    ['Phone screen repair in 30 minutes', 'iPhone and Galaxy', 'from $59'],
  ],
  ['Optician: second pair free with any frame over $120', ['second pair free with any frame over $120']],
  [
    'Karaoke room, 1 hour free before 6 pm, Monday to Thursday',
    ['Karaoke room', '1 hour free before 6 pm', 'Monday to Thursday'],
  ],
  [
    'Bowling, $4 a game, shoes included, not on holidays',
    ['Bowling', '$4 a game', 'shoes included', 'not on holidays'],
  ],
  ['Swimming pool day pass $12, kids under 5 free', ['Swimming pool day pass', '$12', 'kids under 5 free']],
  [
    'Tarot reading by appointment only, 30 minutes for $25',
    ['Tarot reading', 'by appointment only', '30 minutes for $25'],
  ],
  [
    'Second-hand books bought and sold, cash paid on the spot',
    ['Second-hand books bought and sold', 'cash paid on the spot'],
  ],
  [
    'Tyre change $20 per wheel, no appointment needed',
    ['Tyre change', '$20 per wheel', 'no appointment needed'],
  ],
  [
    'Guesthouse by the sea, 2 nights for the price of 1, Sunday to Thursday, breakfast not included',
    ['2 nights for the price of 1', 'Sunday to Thursday', 'breakfast not included'],
  ],
  ['Cherries 2 lb for $10, sold out by noon', ['Cherries', '2 lb for $10', 'sold out by noon']],
  ['Guest room $60 a night, no parties, quiet after 11pm', ['no parties', 'quiet after 11pm']],
  ['Mending $60 flat, Mon & Tue closed', ['$60 flat', 'Mon & Tue closed']],
  ['Repainting the shop. Back on the 27th at 8am', ['Back on the 27th at 8am']],
  ['Sorry, sold out of rye today', ['Sorry, sold out of rye today']],
  ['Locksmith, 24 hours, call 010-5555-0134', ['24 hours', 'call 010-5555-0134']],
  [
    'Wedding dress rental, 3 days $180, alterations free',
    ['Wedding dress rental', '3 days $180', 'alterations free'],
  ],
  [
    'Fried chicken, whole bird $16, delivery free over $30',
    ['Fried chicken', 'whole bird $16', 'delivery free over $30'],
  ],
  [
    'Hanbok rental $20 for 2 hours, near Gyeongbok Palace',
    ['Hanbok rental', '$20 for 2 hours', 'near Gyeongbok Palace'],
  ],
  ['Ramen $9, no outside drinks', ['Ramen', '$9', 'no outside drinks']],
  [
    'Aquarium fish and tanks, 15% off until Dec 31, live plants excluded',
    ['Aquarium fish and tanks', '15% off', 'until Dec 31', 'live plants excluded'],
  ],
  [
    'Lawn mowing, $30 per visit, first cut half price',
    ['Lawn mowing', '$30 per visit', 'first cut half price'],
  ],
  [
    'Sourdough bread, baked daily at 7 am, sold out by noon',
    ['Sourdough bread', 'baked daily at 7 am', 'sold out by noon'],
  ],
  ["Children's haircut $10 on weekdays only", ["Children's haircut", '$10', 'on weekdays only']],
  [
    'Beginner surf lessons Saturdays 9am, board and wetsuit included, min. age 8',
    ['Beginner surf lessons', 'Saturdays 9am', 'board and wetsuit included', 'min. age 8'],
  ],
  ['Laptop cleaning, $35, data is not deleted', ['Laptop cleaning', '$35', 'data is not deleted']],
  [
    'Coin laundry, wash $4, dry $1 for 8 minutes, open 24/7',
    ['Coin laundry', 'wash $4', 'dry $1 for 8 minutes', 'open 24/7'],
  ],
  [
    'Organic eggs, 30 for $12, sold Tuesdays and Fridays',
    ['Organic eggs', '30 for $12', 'sold Tuesdays and Fridays'],
  ],
  ['We are closed December 24-26', ['closed December 24-26']],
  ['The gym reopens on January 2 with a free trial week', ['reopens on January 2', 'free trial week']],
  ['The cafe moved to 14 Mill Road, 2nd floor', ['moved to 14 Mill Road', '2nd floor']],
  [
    'Dentist: evening appointments until 9 pm on Wednesdays',
    ['evening appointments until 9 pm on Wednesdays'],
  ],
  ['No parking at the store, please use the public car park', ['No parking at the store']],
  ['Vegan burgers, contains nuts and soy', ['Vegan burgers', 'contains nuts and soy']],
  ['Sushi set for two $38, takeaway only', ['Sushi set for two', '$38', 'takeaway only']],
  [
    'English tutoring, 3 times a week, $200 a month, first class free',
    ['English tutoring', '3 times a week', '$200 a month', 'first class free'],
  ],
  [
    'Car rental, 3 days for $99, insurance included, drivers over 26 only',
    ['Car rental', '3 days for $99', 'insurance included', 'drivers over 26 only'],
  ],
  ['Massage 60 minutes was $70, now $55, women only', ['Massage 60 minutes', '$55', 'women only']],
  [
    'Winter coats up to 70% off, outlet items excluded, this weekend only',
    ['Winter coats', 'up to 70% off', 'outlet items excluded', 'this weekend only'],
  ],
  ['Used piano for sale, $900, delivery not included', ['Used piano', '$900', 'delivery not included']],
  [
    'Camping site, pets allowed on leash only, $25 per night',
    ['Camping site', 'pets allowed on leash only', '$25 per night'],
  ],
  [
    'Gel nails $40, removal free for returning customers',
    ['Gel nails', '$40', 'removal free for returning customers'],
  ],
  [
    'Homemade kimchi 5 kg $45, orders by Thursday, pickup Saturday',
    ['Homemade kimchi 5 kg', '$45', 'orders by Thursday', 'pickup Saturday'],
  ],
  [
    'Baby photo shoot, 20% off for bookings before March 15',
    ['Baby photo shoot', '20% off for bookings', 'before March 15'],
  ],
  [
    'Real estate office, studio flats from $500 a month, no agent fee',
    ['studio flats', 'from $500 a month', 'no agent fee'],
  ],
  ['Guitar strings 3 for 2, in store only', ['Guitar strings', '3 for 2', 'in store only']],
  [
    'Escape room for 2-6 players, $18 per person, book online at www.lockd.example',
    ['Escape room', 'for 2-6 players', '$18 per person', 'www.lockd.example'],
  ],
  [
    'Happy hour 5-7 pm, half-price wine, except Fridays',
    ['Happy hour 5-7 pm', 'half-price wine', 'except Fridays'],
  ],
  ['Steak house lunch $19, last order 2:30 pm', ['lunch', '$19', 'last order 2:30 pm']],
  [
    'Roof leak repair, free estimate, within 24 hours',
    ['Roof leak repair', 'free estimate', 'within 24 hours'],
  ],
  ['Bakery closing down, everything must go by Nov 30', ['everything must go by Nov 30']],
  ['Boxing gym, first 20 members get gloves free', ['first 20 members get gloves free']],
  [
    'Yoga at sunrise, every day at 6 am, bring your own mat',
    ['Yoga at sunrise', 'every day at 6 am', 'bring your own mat'],
  ],
  ['Visa photos in 5 minutes, $8, no refunds', ['Visa photos in 5 minutes', '$8', 'no refunds']],
  [
    'Ice cream, buy one get one half price, kids under 12 only',
    ['Ice cream', 'buy one get one half price', 'kids under 12 only'],
  ],
  ['Dog hotel, $28 a night, vaccinated dogs only', ['$28 a night', 'vaccinated dogs only']],
  ['Carpet store: wool rugs 200x300 cm $149', ['wool rugs 200x300 cm', '$149']],
  ['Tailor: trouser hems $9, ready in 2 days', ['trouser hems', '$9', 'ready in 2 days']],
  ['Bubble tea, 10th cup free with our stamp card', ['Bubble tea', '10th cup free with our stamp card']],
  [
    'Math academy, grades 3-6, max. 8 students per class, starts March 2',
    ['grades 3-6', 'max. 8 students per class', 'starts March 2'],
  ],
  ['Car wash $15 before 10 am, $20 after', ['Car wash', '$15', 'before 10 am', '$20', 'after']],
  ['Whale watching tour, weather permitting, $60', ['Whale watching tour', 'weather permitting', '$60']],
  [
    'Fresh flowers delivered free within 5 km, orders over $40',
    ['Fresh flowers', 'free within 5 km', 'orders over $40'],
  ],
  [
    'Facial treatment $65, not suitable during pregnancy',
    ['Facial treatment', '$65', 'not suitable during pregnancy'],
  ],
  [
    'Oyster bar now open until midnight on Fridays and Saturdays',
    ['now open until midnight on Fridays and Saturdays'],
  ],
  ['New menu: truffle pasta $17', ['truffle pasta', '$17']],
  ['Open mic night every first Friday, free entry', ['Open mic night', 'every first Friday', 'free entry']],
  ['Hiring: part-time barista, $14 an hour, weekends', ['part-time barista', '$14 an hour', 'weekends']],
  [
    'E-bike rental $10/hour, helmet included, ID required',
    ['E-bike rental', '$10/hour', 'helmet included', 'ID required'],
  ],
  [
    'Grand opening Dec 12! First 50 customers get a free tote bag',
    ['Grand opening', 'Dec 12', 'First 50 customers get a free tote bag'],
  ],
  ['~~$30~~ $24 beef jerky 500 g', ['$24', '$30', 'beef jerky']],
  [
    'Mattress 30% off, was $400, now $280, free delivery on Mondays only',
    ['Mattress', '30% off', '$280', '$400', 'free delivery on Mondays only'],
  ],
  ['Not for sale to minors. Craft gin $48 a bottle', ['Not for sale to minors', 'Craft gin', '$48 a bottle']],
  [
    'Dim sum lunch, $22 per person, minimum two people, no reservations',
    ['Dim sum lunch', '$22 per person', 'minimum two people', 'no reservations'],
  ],
  ['Spa day for two $150 (Mon-Thu), $180 (Fri-Sun)', ['Spa day', '$150', 'Mon-Thu', '$180', 'Fri-Sun']],
];

const MIXED: readonly (readonly [string, readonly string[]])[] = [
  ['카페 Brew Lab, cold brew 5,500원, refill not allowed', ['cold brew', '5,500원', 'refill not allowed']],
  [
    'Hair salon 펌 30% off, Mondays closed, 예약 02-555-0177',
    ['펌', '30% off', 'Mondays closed', '02-555-0177'],
  ],
  [
    '네일샵 gel art 45,000원, no walk-ins, 월요일 휴무',
    ['gel art', '45,000원', 'no walk-ins', '월요일 휴무'],
  ],
  ['Bulgogi set 12,000원, lunch only', ['Bulgogi set', '12,000원', 'lunch only']],
];

describe('an English request', () => {
  it.each(REQUESTS)('“%s” keeps what binds its statements', (text, words) => {
    expect(lostOf(text, words)).toEqual([]);
  });

  it.each(MIXED)('“%s” is read among Korean', (text, words) => {
    expect(lostOf(text, words)).toEqual([]);
  });
});

describe('the product of an English request', () => {
  it.each([
    ['Our new mango smoothie is $6 this week', 'new mango smoothie'],
    ['Barber shop beard trim $12', 'beard trim'],
    ['Summer sale on sunglasses, 2 for $30', 'sunglasses'],
    ['Haircuts are 20% off on Mondays', 'Haircuts'],
    ['Pottery lessons for kids, $20', 'Pottery lessons'],
    ['Latte $5, mocha $6', 'Latte'],
    ['Used piano for sale, $900', 'Used piano for sale'],
  ])('of “%s” is “%s”', (text, product) => {
    expect(read(text).product).toBe(product);
  });
});

it('binds what limits an offer to no phone number before it', () => {
  const { statements } = read('Pizza 20% off, call 020 7946 0123, not valid with other offers');
  expect(statements.at(-1)).toMatchObject({ kind: 'exception', text: 'not valid with other offers' });
  expect(statements.at(-1)?.binds).toBeUndefined();
});

describe('what means nothing alone', () => {
  it.each([
    ['Winter coats 50% off (outlet excluded)', 'outlet excluded', '50% off'],
    ['Lobster roll $21, Thursdays only', 'Thursdays only', '$21'],
    ['Buy two mugs get one free (not on weekends)', 'not on weekends', 'Buy two mugs get one free'],
    ['Massage $60, except public holidays', 'except public holidays', '$60'],
    ['Haircut 20% off in May', 'in May', '20% off'],
  ])('in “%s”, “%s” is bound to “%s”', (text, leaning, bound) => {
    const { statements } = read(text);
    const found = statements.find((statement) => statement.text === leaning);
    expect(statements[found?.binds ?? -1]?.text).toBe(bound);
  });
});
