using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Calibration;

/// <summary>A calibrated model and what there is to say about it.</summary>
/// <param name="Notes">Rules used, returns left out, repairs made: one sentence each.</param>
/// <param name="Repair">Null where the correlation matrix was positive definite as it was.</param>
public sealed record CalibrationResult(EllipticalModel Model, IReadOnlyList<string> Notes, CorrelationRepair? Repair);
