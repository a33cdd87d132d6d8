package vn.careflow.feedback;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.ListCrudRepository;

/**
 * Stores surveys, one row each.
 */
interface SurveyRepository extends ListCrudRepository<Survey, UUID> {

	List<Survey> findBySubjectIdOrderByInvitedAt(UUID subjectId);

}
