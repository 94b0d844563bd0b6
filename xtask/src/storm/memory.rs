//! How much memory a process has, again and again.

use std::{fmt, fs};

/// How often it is measured.
pub(super) const MEASUREMENTS: u32 = 50;

/// What it may have more at the end than at first: part of what it had, and some MiB that allocators keep.
const GROWTH: (f64, f64) = (1.25, 16.0);

/// The measurements so far, in MiB.
#[derive(Debug, Default)]
pub(super) struct Memory {
    resident: Vec<f64>,
}

impl Memory {
    /// Measures once. Linux only; elsewhere there are no measurements.
    pub(super) fn measure(&mut self, process: u32) {
        let Ok(status) = fs::read_to_string(format!("/proc/{process}/status")) else { return };
        self.resident.extend(resident(&status));
    }

    /// What is wrong with the measurements, if anything is.
    pub(super) fn fault(&self) -> Option<String> {
        let (warm, last) = (self.part(1)?, self.part(4)?);
        let most = warm * GROWTH.0 + GROWTH.1;
        (last > most).then(|| format!("its memory grew from {warm:.0} MiB to {last:.0} MiB"))
    }

    /// The most in the fifth `index`, from 0: the first warms it up.
    fn part(&self, index: usize) -> Option<f64> {
        let length = self.resident.len() / 5;
        let part = self.resident.iter().skip(index * length).take(length).copied();
        part.reduce(f64::max)
    }
}

impl fmt::Display for Memory {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Option<Vec<f64>> = (0..5).map(|index| self.part(index)).collect();
        match parts {
            Some(parts) => {
                let parts: Vec<String> = parts.iter().map(|part| format!("{part:.0}")).collect();
                write!(
                    formatter,
                    "resident memory, most in each fifth of the time: {} MiB",
                    parts.join(", ")
                )
            }
            None => write!(formatter, "resident memory was not measured on this system"),
        }
    }
}

/// The MiB in a line such as `VmRSS:     5120 kB`.
fn resident(status: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes / 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_is_found() {
        assert_eq!(resident("Name: x\nVmRSS:\t   5120 kB\n"), Some(5.0));
        let memory = |resident: &[f64]| Memory { resident: resident.to_vec() };
        assert_eq!(memory(&[]).fault(), None);
        assert_eq!(memory(&[5.0, 100.0, 90.0, 110.0, 120.0]).fault(), None);
        let grown = memory(&[5.0, 100.0, 120.0, 140.0, 160.0]).fault();
        assert_eq!(grown.as_deref(), Some("its memory grew from 100 MiB to 160 MiB"));
    }
}
