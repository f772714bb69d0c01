// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/load.h"
#include "harmonize/changes.h"
#include "harmonize/study.h"

/// The files beside the rules that weigh a comparison, as comma-separated tables with a header.
namespace isonomy::api {

/// `measure,weight`: a decimal or a fraction, at least 0, and more than 0 for one of the measures compared. Mistakes are E0901.
harmonize::Weights read_weights(Loaded& loaded, const std::string& path, const std::vector<model::MeasureId>& compared,
                                source::Diagnostics& diagnostics);

/// `name,weight,FACT,FACT,...`: a transaction per row, its weight a whole number from 1 to 1,000,000,000; an empty cell leaves the fact unknown.
/// The column `other_end` names a jurisdiction; empty or `elsewhere` is a third country. Without a path, `reference/transactions.csv` of the
/// rules; without that, one transaction of which nothing is known. Mistakes are E0901 and those of facts.
harmonize::Profile read_profile(Loaded& loaded, const std::string& path, source::Diagnostics& diagnostics);

/// `owner,measure,cost`: a whole number from 0 to 1,000,000,000, or `never`; an empty owner or measure is any. Mistakes are E0901 and those of names.
harmonize::Costs read_costs(Loaded& loaded, const std::string& path, source::Diagnostics& diagnostics);

/// `exporter,importer,usd` of the newest file under `reference/trade/`; jurisdictions that are not declared are left out.
harmonize::Trade read_trade(Loaded& loaded, source::Diagnostics& diagnostics);

}  // namespace isonomy::api
