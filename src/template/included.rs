//! What a genre prints beside its own text: the parts it includes, and what fills its phrases and blocks.

use super::input::Input;
use super::overrides;
use super::prepare::{Manner, Naming, prepare};
use super::set::Preparer;
use super::sites::{Site, Target};
use super::slots::{Filling, Override, Slot};
use super::{GENRE, Project};
use crate::diag::Findings;
use std::collections::{BTreeMap, BTreeSet};

/// What is known at the sites of a text.
#[derive(Debug, Default)]
struct Bound {
    names: BTreeSet<String>,
    /// Whether some site must not leave its line.
    is_inline: bool,
}

impl<'a> Preparer<'a> {
    /// Prepares a genre and every text printed within it, each once, with the names bound at all its sites.
    pub(super) fn genre(&mut self, project: &Project<'a>, overrides: &[Override<'a>]) {
        self.template(GENRE, project.genre.source, project.genre.body, &[]);
        let sites = self.set.texts.values().flat_map(|t| t.1.sites.clone());
        let bound = self.bound_names(project, overrides, sites.collect());
        for (target, bound) in &bound {
            if let Some(input) = self.target(*target, project, overrides) {
                let names: Vec<String> = bound.names.iter().cloned().collect();
                self.add(&target.name(), &input, &names);
            }
        }
        self.check(overrides, &bound);
    }

    fn target(
        &self,
        target: Target,
        project: &Project<'a>,
        overrides: &[Override<'a>],
    ) -> Option<Input<'a>> {
        Some(match target {
            Target::Part(number) => {
                let part = project.parts.get(number)?;
                self.input(part.source, part.body)
            }
            Target::Override(number) => match overrides.get(number)?.filling {
                Filling::Phrase(wording) => Input::Phrase(wording),
                Filling::Block(place) => overrides::template_at(place, self.sources),
            },
        })
    }

    /// The texts that are printed within others, also by each other, and the names bound where they are.
    fn bound_names(
        &mut self,
        project: &Project<'a>,
        overrides: &[Override<'a>],
        mut sites: Vec<Site>,
    ) -> BTreeMap<Target, Bound> {
        let mut all: BTreeMap<Target, Bound> = BTreeMap::new();
        while let Some(site) = sites.pop() {
            self.captures |= site.is_captured;
            let is_new = !all.contains_key(&site.target);
            let bound = all.entry(site.target).or_default();
            let before = bound.names.len();
            bound.names.extend(site.bound);
            bound.is_inline |= site.is_inline;
            if !is_new && bound.names.len() == before {
                continue;
            }
            let Some(input) = self.target(site.target, project, overrides) else {
                continue;
            };
            // What is wrong in it is reported later, when all its names are known.
            let names: Vec<String> = bound.names.iter().cloned().collect();
            let naming = Naming {
                manner: Manner::Engine,
                names: self.names,
                scope: "",
                bound: &names,
            };
            let (mut used, mut ignored) = (BTreeSet::new(), Findings::new());
            sites.extend(prepare(&input, &naming, self.sources, &mut used, &mut ignored).sites);
        }
        all
    }

    /// Finds the wording of the project that is printed nowhere, or does not fit where it is.
    fn check(&mut self, overrides: &[Override<'a>], bound: &BTreeMap<Target, Bound>) {
        let slots: Vec<Slot> = self
            .set
            .texts
            .values()
            .flat_map(|t| t.1.slots.clone())
            .collect();
        for (i, over) in overrides.iter().enumerate() {
            match (bound.get(&Target::Override(i)), over.filling) {
                (None, _) => self.findings.push(overrides::unknown(over, &slots)),
                (Some(bound), Filling::Phrase(wording))
                    if bound.is_inline && wording.text.trim_end().contains('\n') =>
                {
                    self.findings.push(overrides::too_long(over));
                }
                _ => {}
            }
        }
    }
}
