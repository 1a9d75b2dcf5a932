/** Nothing of this may be found anywhere. */
export const PATIENT = {
  name: 'Abrahamina',
  surname: 'Lincolnsson',
  phone: '+48123987654',
  email: 'abrahamina@example.org',
  nin: '12345678Z',
  birth_date: '1931-02-03',
};

export const PRIVATE: readonly string[] = [...Object.values(PATIENT), '123987654'];
