import type { Ethnicity } from '@caseweave/family';

/** Names that go together, and what families who bear them often say of themselves. */
export interface NamePool {
  readonly families: readonly [string, ...string[]];
  readonly women: readonly [string, ...string[]];
  readonly men: readonly [string, ...string[]];
  readonly girls: readonly [string, ...string[]];
  readonly boys: readonly [string, ...string[]];
  readonly ethnicity: Ethnicity;
  readonly language: string;
}

/** Names of many origins, as a city has them. None is of a real family. */
export const namePools: readonly [NamePool, ...NamePool[]] = [
  {
    families: ['Okafor', 'Adebayo', 'Nwosu', 'Balogun'],
    women: ['Chioma', 'Folake', 'Amaka', 'Blessing'],
    men: ['Emeka', 'Tunde', 'Chidi'],
    girls: ['Ada', 'Simi', 'Zara', 'Ife'],
    boys: ['Tobi', 'Kene', 'Femi', 'Dayo'],
    ethnicity: 'BAFR',
    language: 'English',
  },
  {
    families: ['Turner', 'Hadley', 'Perks', 'Whitehouse', 'Jukes', 'Fellows'],
    women: ['Kayleigh', 'Donna', 'Gemma', 'Stacey', 'Rachel'],
    men: ['Lee', 'Darren', 'Mark', 'Ryan'],
    girls: ['Ellie', 'Maisie', 'Lacey', 'Poppy', 'Amelia'],
    boys: ['Alfie', 'Riley', 'Jack', 'Mason', 'Harvey'],
    ethnicity: 'WBRI',
    language: 'English',
  },
  {
    families: ['Kaur', 'Singh', 'Dhillon', 'Bains'],
    women: ['Manjit', 'Simran', 'Balvinder', 'Parminder'],
    men: ['Gurdeep', 'Amrik', 'Sukhdev'],
    girls: ['Jasleen', 'Harleen', 'Mehar'],
    boys: ['Arjan', 'Fateh', 'Gurjot'],
    ethnicity: 'AIND',
    language: 'Punjabi',
  },
  {
    families: ['Hussain', 'Mahmood', 'Akhtar', 'Iqbal'],
    women: ['Saima', 'Rukhsana', 'Nasreen', 'Shazia'],
    men: ['Adeel', 'Tariq', 'Waqas'],
    girls: ['Aisha', 'Maryam', 'Hafsa'],
    boys: ['Zain', 'Hamza', 'Ibrahim'],
    ethnicity: 'APKN',
    language: 'Urdu',
  },
  {
    families: ['Kowalski', 'Nowak', 'Wojcik', 'Lewandowski'],
    women: ['Agnieszka', 'Monika', 'Ewa'],
    men: ['Piotr', 'Marcin', 'Pawel'],
    girls: ['Zuzanna', 'Maja', 'Lena'],
    boys: ['Jakub', 'Filip', 'Oskar'],
    ethnicity: 'WOTH',
    language: 'Polish',
  },
  {
    families: ['Campbell', 'Bailey', 'Francis', 'Samuels'],
    women: ['Marcia', 'Shanice', 'Natalie'],
    men: ['Jermaine', 'Leon', 'Carlton'],
    girls: ['Amara', 'Tia', 'Nevaeh'],
    boys: ['Malachi', 'Kai', 'Josiah'],
    ethnicity: 'BCRB',
    language: 'English',
  },
  {
    families: ['Reid-Walker', 'Barnes', 'Simmonds'],
    women: ['Jade', 'Chantelle', 'Abigail'],
    men: ['Marcus', 'Aaron', 'Jordan'],
    girls: ['Aaliyah', 'Ruby', 'Skye'],
    boys: ['Theo', 'Reuben', 'Kyron'],
    ethnicity: 'MWBC',
    language: 'English',
  },
  {
    families: ['Miah', 'Khatun', 'Chowdhury'],
    women: ['Rehana', 'Shirin', 'Taslima'],
    men: ['Kamal', 'Rafiq', 'Shahid'],
    girls: ['Sumaiya', 'Nusrat', 'Tahmina'],
    boys: ['Rayhan', 'Sami', 'Tanvir'],
    ethnicity: 'ABAN',
    language: 'Bengali',
  },
  {
    families: ['Ahmadi', 'Rostami', 'Karim'],
    women: ['Parwana', 'Laleh', 'Shirin'],
    men: ['Reza', 'Farhad', 'Navid'],
    girls: ['Sahar', 'Nilufar', 'Yasmin'],
    boys: ['Omid', 'Arman', 'Dara'],
    ethnicity: 'OOTH',
    language: 'Farsi',
  },
  {
    families: ['Popescu', 'Ionescu', 'Dumitru'],
    women: ['Elena', 'Andreea', 'Ioana'],
    men: ['Vasile', 'Mihai', 'Florin'],
    girls: ['Bianca', 'Sofia', 'Daria'],
    boys: ['Luca', 'Matei', 'Stefan'],
    ethnicity: 'WOTH',
    language: 'Romanian',
  },
  {
    families: ['Tesfaye', 'Abdi', 'Habte'],
    women: ['Selam', 'Hodan', 'Mebrat'],
    men: ['Yonas', 'Dawit', 'Abdirahman'],
    girls: ['Hana', 'Liya', 'Sagal'],
    boys: ['Noah', 'Biniam', 'Ayanle'],
    ethnicity: 'BAFR',
    language: 'Tigrinya',
  },
  {
    families: ['Chen', 'Lam', 'Wong'],
    women: ['Mei', 'Wing', 'Xiulan'],
    men: ['Wei', 'Ka-Ho', 'Jun'],
    girls: ['Jia', 'Emily', 'Yan'],
    boys: ['Hao', 'Lucas', 'Ming'],
    ethnicity: 'CHNE',
    language: 'Cantonese',
  },
  {
    families: ["O'Connor", 'Gallagher', 'Ward'],
    women: ['Bridget', 'Aoife', 'Maureen'],
    men: ['Declan', 'Patrick', 'Sean'],
    girls: ['Niamh', 'Erin', 'Orla'],
    boys: ['Conor', 'Liam', 'Finn'],
    ethnicity: 'WIRI',
    language: 'English',
  },
  {
    families: ['Mensah-Clarke', 'Boateng', 'Asante'],
    women: ['Abena', 'Efua', 'Akosua'],
    men: ['Kofi', 'Yaw', 'Kwabena'],
    girls: ['Esi', 'Naana', 'Adwoa'],
    boys: ['Kojo', 'Nana', 'Fiifi'],
    ethnicity: 'BAFR',
    language: 'Twi',
  },
];
