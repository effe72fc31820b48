//! The shells of a run: many documents of one look share one.

use super::{Shell, WriteError};
use crate::document::Language;
use crate::layout::{FontSet, Profile};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// So many are kept; the rows of a roster mostly look the same.
const KEPT: usize = 16;

/// What a shell depends on.
#[derive(Debug, PartialEq, Eq)]
struct Key {
    profile: Profile,
    fonts: FontSet,
    language: Language,
    draft: bool,
}

/// The shells made so far.
#[derive(Debug, Default)]
pub struct Shells {
    list: Mutex<Vec<(Key, Arc<Shell>)>>,
}

impl Shells {
    /// The shell of a look: kept from before, or made now.
    ///
    /// # Errors
    /// As for [`Shell::new`].
    pub fn get(
        &self,
        profile: &Profile,
        fonts: FontSet,
        language: Language,
        draft: bool,
    ) -> Result<Arc<Shell>, WriteError> {
        let fits = |key: &Key| {
            (key.fonts, key.language, key.draft) == (fonts, language, draft)
                && key.profile == *profile
        };
        if let Some((_, shell)) = self.lock().iter().find(|(key, _)| fits(key)) {
            return Ok(Arc::clone(shell));
        }
        let shell = Arc::new(Shell::new(profile, fonts, language, draft)?);
        let key = Key {
            profile: profile.clone(),
            fonts,
            language,
            draft,
        };
        let mut list = self.lock();
        if list.len() == KEPT {
            list.remove(0);
        }
        list.push((key, Arc::clone(&shell)));
        Ok(shell)
    }

    fn lock(&self) -> MutexGuard<'_, Vec<(Key, Arc<Shell>)>> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
