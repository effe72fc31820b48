//! Filters that print a figure, and tests of figures.

use crate::diag::{Text, codes};
use crate::figures::{ASPECTS, Arguments, Aspect, TESTS};
use crate::model::FigureId;
use crate::template::engine::{fail, figure_of, figure_value};
use crate::template::state;
use tera::{Kwargs, State, Tera, TeraResult, Value};

pub(super) fn register(tera: &mut Tera) {
    for (i, info) in ASPECTS.iter().enumerate() {
        let filter = move |value: &Value, arguments: Kwargs, _: &State<'_>| -> TeraResult<Value> {
            let Some(id) = figure_of(value) else {
                return not_a_figure(info.zh, info.en);
            };
            if info.aspect == Aspect::Number {
                return number_of(id);
            }
            Ok(figure_value(state::print(
                id,
                i,
                &read_arguments(&arguments)?,
            )))
        };
        tera.register_filter(info.en, filter);
    }
    for info in TESTS {
        let test = move |value: &Value, _: Kwargs, _: &State<'_>| -> TeraResult<bool> {
            match figure_of(value) {
                Some(id) => Ok(state::holds(id, info.test)),
                None => not_a_figure(info.zh, info.en),
            }
        };
        tera.register_test(info.en, test);
    }
}

fn not_a_figure<T>(zh: &str, en: &str) -> TeraResult<T> {
    let text = Text::new(
        format!("“{zh}”只能用在指标上"),
        format!("`{en}` works on figures only"),
    );
    fail(&codes::CANNOT_PRINT, text)
}

/// Plain digits as a number of the engine, for comparing only; `None` for too many of them.
pub(in crate::template) fn number(digits: &str) -> Option<Value> {
    match digits.parse::<i64>() {
        Ok(whole) => Some(Value::from(whole)),
        Err(_) => digits.parse::<f64>().ok().map(Value::from),
    }
}

fn number_of(id: FigureId) -> TeraResult<Value> {
    let Some(digits) = state::number(id) else {
        let text = Text::new(
            "这个指标没有数值，不能取纯数",
            "this figure has no value to take a number from",
        );
        return fail(&codes::CANNOT_PRINT, text);
    };
    match number(&digits) {
        Some(number) => Ok(number),
        None => fail(
            &codes::CANNOT_PRINT,
            Text::new("数值太长，不能比较", "the number is too long to compare"),
        ),
    }
}

fn read_arguments(arguments: &Kwargs) -> TeraResult<Arguments> {
    Ok(Arguments {
        unit: arguments.get::<String>("unit")?,
        decimals: arguments.get::<u32>("decimals")?,
        of: arguments.get::<String>("of")?,
        by: arguments.get::<String>("by")?,
        bare: false,
    })
}
