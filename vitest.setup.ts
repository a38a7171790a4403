import fc from 'fast-check';

// One seed for every property, so that a run can be repeated; FLEETC_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env['FLEETC_SEED'] ?? 20261124) });
