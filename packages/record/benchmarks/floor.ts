import * as Y from 'yjs';
import { appendValues, deleteValue } from '../src/yjs-internals.ts';
import { interleaved } from './interleaved.ts';
const rows=60, per=10;
const date = (n: number): string => `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
const doc=new Y.Doc(); doc.clientID=1; const arr=doc.getArray<unknown>('claims');
let last: number|undefined;
const at: number[]=[];
doc.transact(t=>{ const v=[]; for(let r=0;r<rows;r++) for(let k=0;k<per;k++) v.push(['id'+r,'actions.f'+k,'v',{t:1790000000000}]); last=appendValues(t,arr,v,undefined)+v.length-1; for(let r=0;r<rows;r++) at.push(r*per+3); });
const rawDoc=new Y.Doc(); rawDoc.clientID=1; const raw=rawDoc.getMap<Y.Map<unknown>>('a');
rawDoc.transact(()=>{ for(let r=0;r<rows;r++) raw.set('id'+r,new Y.Map(Object.entries({a:1,b:2,c:3,d:4,e:5,f:6,g:7,h:8,i:9,j:date(r)})));});
const e=new Y.Doc(); e.clientID=1; 
const pick=(n:number)=> (n*7919)%rows;
for (let i=0;i<4;i++){
const times=interleaved(60,500,[
 {name:'raw',run:n=>rawDoc.transact(()=>raw.get('id'+pick(n))?.set('j',date(n)))},
 {name:'claims',run:n=>doc.transact(t=>{const r=pick(n); deleteValue(t,arr,{client:1,clock:at[r]??0}); last=appendValues(t,arr,[['id'+r,'actions.f3',date(n),{t:1790000000000}]],last); at[r]=last;},doc)},
 {name:'append only',run:n=>e.transact(()=>{})},
]);
console.log(Object.fromEntries(times));
}
let structs=0; for (const s of doc.store.clients.values()) structs+=s.length; console.log('structs',structs, 'raw', [...rawDoc.store.clients.values()].map(s=>s.length));
