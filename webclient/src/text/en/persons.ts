// One person on several devices or in two entries, links that are renewed, how the report names people, and its narrative.
export const persons = {
  'device.open': 'Continue on another device…',
  'device.title': 'Continue on another device',
  'device.title_of': '{name}: continue on a device',
  'device.hint':
    'Scan this with the other device, or open the session there and type the code. Both devices are you from then on.',
  'device.hint_of':
    'Let {name} scan this, or type the code on the join page. Hand, place and questions are there again. Others must not see it.',
  'device.qr': 'QR code for another device',
  'device.code': 'Code for another device',
  'device.until': 'Works until {time}. A new code ends this one.',
  'device.again': 'New code',
  'device.enter': 'I am here already, on another device',
  'device.enter_hint': 'Ten letters and digits, from “Continue on another device” there, or from a steward.',
  'device.go': 'Continue',
  'device.wrong': 'A code has ten letters and digits, without 0, O, 1 and I.',
  'device.over': 'This code opens nothing any more. Ask for a new one on the other device.',
  'in_report.label': 'In the report',
  'in_report.hint': 'The report shows you no more than this.',
  'in_report.name': 'By name',
  'in_report.group': 'By group only',
  'in_report.none': 'Not at all',
} as const;
